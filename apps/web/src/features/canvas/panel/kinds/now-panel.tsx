/** A Now trigger has nothing to set. */
export function NowPanel() {
  return (
    <p className="text-13 text-ink-muted">
      When you press Start, every customer of the project enters here once. Customers who are added later do
      not.
    </p>
  );
}

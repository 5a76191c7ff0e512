/** Text that needs no escaping any more (Python's markupsafe.Markup). */
export class Markup {
  readonly kind = 'markup';
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

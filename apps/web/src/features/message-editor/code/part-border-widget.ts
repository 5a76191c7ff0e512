import { WidgetType } from '@codemirror/view';

/** The line between two parts. */
export class PartBorderWidget extends WidgetType {
  readonly part: number;

  constructor(part: number) {
    super();
    this.part = part;
  }

  override eq(other: PartBorderWidget): boolean {
    return other.part === this.part;
  }

  override toDOM(): HTMLElement {
    const line = document.createElement('span');
    line.className = 'cm-part-border';
    line.textContent = `part ${this.part} ends here`;
    return line;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

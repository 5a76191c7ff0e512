/** A float that JavaScript could not tell from an integer: 5.0, -0.0. */
export class FloatValue {
  readonly kind = 'float';
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

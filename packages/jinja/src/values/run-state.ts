import type { Limits } from '../limits.ts';
import type { Span, TemplateErrorCode, TemplateFailure } from '../template-error.ts';

/** What a render in progress keeps that is no value: its place, its budgets, its clock and its output. */
export interface RunState {
  /** The place of the operation that was begun last; a failure is reported there. */
  at: Span;
  autoescape: boolean;
  readonly limits: Limits;
  readonly now: number;
  readonly timeZone: string;
  /** Whether data must be read the long way: the template has changed its copy of a dict, or the context is no plain object. */
  hasChangedData: boolean;
  fail(code: TemplateErrorCode, message: string): TemplateFailure;
  step(): void;
  charge(units: number): void;
  countInteger(integer: bigint): void;
  enter(): void;
  leave(): void;
  random(): number;
  /** Sends a text of the template and what comes after it on. */
  write(before: string, text: string): void;
  /** Runs a body and returns what it wrote instead of sending it on. */
  capture(body: () => void): string;
}

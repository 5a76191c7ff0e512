/** What a parameter of a host function accepts; a question mark lets it be left out. */
export type HostParameterType =
  | 'text'
  | 'number'
  | 'boolean'
  | 'any'
  | 'text?'
  | 'number?'
  | 'boolean?'
  | 'any?';

/** The parameters of a host function in order, with their types. */
export type HostParameters = Readonly<Record<string, HostParameterType>>;

type Argument<Type extends HostParameterType> = Type extends `${infer Required extends HostParameterType}?`
  ? Argument<Required> | undefined
  : Type extends 'text'
    ? string
    : Type extends 'number'
      ? number
      : Type extends 'boolean'
        ? boolean
        : unknown;

/** What a host function is called with, by parameter name. */
export type HostArguments<Parameters extends HostParameters> = {
  readonly [Name in keyof Parameters]: Argument<Parameters[Name]>;
};

/** When and where a render takes place: milliseconds since 1970 and an IANA time zone. */
export interface HostMoment {
  readonly now: number;
  readonly timeZone: string;
}

/** A function or filter of the host; made by `hostFunction`, so that no other function can ever be called by a template. */
export class HostFunction {
  readonly parameters: HostParameters;
  readonly call: (args: Readonly<Record<string, unknown>>, moment: HostMoment) => unknown;

  constructor(
    parameters: HostParameters,
    call: (args: Readonly<Record<string, unknown>>, moment: HostMoment) => unknown,
  ) {
    this.parameters = parameters;
    this.call = call;
  }
}

/** Thrown by a host function to fail the render with these words for the author of the template. */
export class HostRefusal extends Error {}

/** Declares a function (or filter: its first parameter is the value) that templates may call; it returns plain data. */
export function hostFunction<const Parameters extends HostParameters>(
  parameters: Parameters,
  call: (args: HostArguments<Parameters>, moment: HostMoment) => unknown,
): HostFunction {
  // The arguments are checked against `parameters` before every call, which is what the type says.
  return new HostFunction(parameters, (args, moment) => call(args as HostArguments<Parameters>, moment));
}

import type { Value } from '../values/value.ts';

/** Every node: nunjucks' 0-based line and column plus UTF-16 offsets into the source. */
export interface Positioned {
  readonly lineno: number;
  readonly colno: number;
  start: number;
  end: number;
}

interface Base<Name extends string> extends Positioned {
  readonly typename: Name;
}

interface Binary<Name extends string> extends Base<Name> {
  readonly left: Expression;
  readonly right: Expression;
}

interface Unary<Name extends string> extends Base<Name> {
  readonly target: Expression;
}

export interface Literal extends Base<'Literal'> {
  readonly value: Value;
}
export interface Name extends Base<'Symbol'> {
  readonly value: string;
}
/** A tuple: nunjucks' node for a parenthesised list. */
export interface TupleNode extends Base<'Group'> {
  readonly children: readonly Expression[];
}
export interface ListNode extends Base<'Array'> {
  readonly children: readonly Expression[];
}
export interface DictNode extends Base<'Dict'> {
  readonly children: readonly Pair[];
}
export interface Pair extends Base<'Pair'> {
  readonly key: Expression;
  readonly value: Expression;
}
export interface KeywordArgs extends Base<'KeywordArgs'> {
  readonly children: readonly Pair[];
}
/** `target.name` has a Literal string here and `attribute: true`; `target[key]` has any expression. */
export interface Lookup extends Base<'LookupVal'> {
  readonly target: Expression;
  readonly val: Expression | Slice;
  attribute: boolean;
}
export interface Slice extends Base<'Slice'> {
  readonly from: Expression | null;
  readonly to: Expression | null;
  readonly step: Expression | null;
}
export type Argument = Expression | KeywordArgs | Spread | SpreadKeywords | Caller;
export interface Arguments extends Base<'NodeList'> {
  readonly children: readonly Argument[];
}
export interface Spread extends Unary<'Spread'> {}
export interface SpreadKeywords extends Unary<'SpreadKeywords'> {}
export interface Call extends Base<'FunCall'> {
  readonly name: Expression;
  readonly args: Arguments;
}
/** A filter or, under `Is`, a test: the first argument is the value it is applied to. */
export interface Filter extends Base<'Filter'> {
  readonly name: Name;
  readonly args: Arguments;
}
export interface Is extends Base<'Is'> {
  readonly left: Expression;
  readonly right: TestCall;
}
export interface TestCall extends Base<'FunCall'> {
  readonly name: Name;
  readonly args: Arguments;
}
export interface InlineIf extends Base<'InlineIf'> {
  readonly cond: Expression;
  readonly body: Expression;
  readonly else_: Expression | null;
}
export interface Compare extends Base<'Compare'> {
  readonly expr: Expression;
  readonly ops: readonly CompareOperand[];
}
export type CompareOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in';
export interface CompareOperand extends Base<'CompareOperand'> {
  readonly expr: Expression;
  readonly type: CompareOperator;
}
/** The text of a body: nunjucks' node for a filter block. */
export interface Capture extends Base<'Capture'> {
  body: Block;
}

export type ArithmeticNode =
  | Binary<'Add'>
  | Binary<'Sub'>
  | Binary<'Mul'>
  | Binary<'Div'>
  | Binary<'FloorDiv'>
  | Binary<'Mod'>
  | Binary<'Pow'>;

export type Expression =
  | Literal
  | Name
  | TupleNode
  | ListNode
  | DictNode
  | Lookup
  | Call
  | Filter
  | Is
  | InlineIf
  | Compare
  | Capture
  | ArithmeticNode
  | Binary<'Concat'>
  | Binary<'And'>
  | Binary<'Or'>
  | Unary<'Not'>
  | Unary<'Neg'>
  | Unary<'Pos'>;

/** What can be assigned to: a name, `namespace.name`, or a tuple of targets. */
export type Target = Name | Lookup | TupleNode;

export interface Block extends Base<'NodeList'> {
  readonly children: readonly Statement[];
}
export interface Root extends Base<'NodeList'> {
  readonly children: readonly Statement[];
}
export interface TemplateData extends Base<'TemplateData'> {
  readonly value: string;
}
export interface Output extends Base<'Output'> {
  readonly children: readonly (Expression | TemplateData)[];
}
export interface If extends Base<'If'> {
  cond: Expression;
  body: Block;
  else_: Block | If | null;
}
export interface For extends Base<'For'> {
  readonly arr: Expression;
  readonly name: Target;
  body: Block;
  else_: Block | null;
  test: Expression | null;
  recursive: boolean;
}
export interface SetNode extends Base<'Set'> {
  readonly targets: readonly Target[];
  readonly value: Expression;
}
export interface Parameter {
  readonly name: string;
  readonly fallback: Expression | null;
}
export interface Macro extends Base<'Macro'> {
  readonly name: Name;
  readonly args: Arguments;
  body: Block;
  parameters: readonly Parameter[];
}
/** The body of a call block, handed to the called macro as `caller`. */
export interface Caller extends Base<'Caller'> {
  readonly name: Name;
  readonly args: Arguments;
  body: Block;
  parameters: readonly Parameter[];
}
export interface With extends Base<'With'> {
  readonly targets: readonly Target[];
  readonly values: readonly Expression[];
  readonly body: Block;
}
export interface Autoescape extends Base<'Autoescape'> {
  readonly enabled: Expression;
  readonly body: Block;
}

export type Statement = Output | If | For | SetNode | Macro | With | Autoescape;
export type AstNode =
  | Expression
  | Statement
  | Argument
  | Pair
  | Slice
  | CompareOperand
  | TemplateData
  | Block;

type NodeClass = new (lineno: number, colno: number, ...fields: readonly unknown[]) => unknown;

/** nunjucks' node classes that this package builds trees from, and the base that makes new ones. */
export type NodeClasses = Readonly<Record<NodeName, NodeClass>> & {
  readonly Node: { extend(name: string, properties: { fields: readonly string[] }): NodeClass };
};

export type NodeName =
  | 'Root'
  | 'NodeList'
  | 'Literal'
  | 'Symbol'
  | 'Group'
  | 'Array'
  | 'Pair'
  | 'Dict'
  | 'Output'
  | 'Capture'
  | 'TemplateData'
  | 'If'
  | 'InlineIf'
  | 'For'
  | 'Macro'
  | 'Caller'
  | 'FunCall'
  | 'Filter'
  | 'KeywordArgs'
  | 'Set'
  | 'LookupVal'
  | 'Is'
  | 'Or'
  | 'And'
  | 'Not'
  | 'Add'
  | 'Concat'
  | 'Sub'
  | 'Mul'
  | 'Div'
  | 'FloorDiv'
  | 'Mod'
  | 'Pow'
  | 'Neg'
  | 'Pos'
  | 'Compare'
  | 'CompareOperand';

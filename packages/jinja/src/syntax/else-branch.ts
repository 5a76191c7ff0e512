/* eslint-disable no-underscore-dangle -- `else_` is the name nunjucks gives the field. */

/** The else branch of a node: a body, another if, an expression, or nothing. */
export function elseBranch<Branch>(node: { readonly else_: Branch }): Branch {
  return node.else_;
}

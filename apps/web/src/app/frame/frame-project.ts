/** What the frame needs to know of a project. */
export interface FrameProject {
  readonly id: string;
  readonly name: string;
}

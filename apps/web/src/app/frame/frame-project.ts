import type { Role } from '@curlew/contract';

/** What the frame needs to know of a project. */
export interface FrameProject {
  readonly id: string;
  readonly name: string;
  /** What the person in front of it is there. */
  readonly role: Role;
}

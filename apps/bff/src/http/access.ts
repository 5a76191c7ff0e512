import type { Request } from 'express';
import { mayActAs, type Endpoint, type Role } from '@curlew/contract';
import { ApiFailure, notFound, notSignedIn } from './api-failure.ts';

/** Who is calling. */
export interface Caller {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** Answers who sent a request and what they are in a project. */
export interface AccessFacts {
  findCaller(request: Request): Promise<Caller | null>;
  findRole(userId: string, projectId: string): Promise<Role | null>;
}

export interface Access {
  readonly caller: Caller;
  /** Null for endpoints that belong to no project. */
  readonly role: Role | null;
}

/** Checks sign-in and role. A project that one may not see answers like one that does not exist. */
export const checkAccess = async (
  endpoint: Endpoint,
  request: Request,
  facts: AccessFacts,
): Promise<Access> => {
  const caller = await facts.findCaller(request);
  if (!caller) throw notSignedIn();
  if (endpoint.access === 'public' || endpoint.access === 'signed_in') return { caller, role: null };
  const { projectId } = request.params;
  const role = typeof projectId === 'string' ? await facts.findRole(caller.userId, projectId) : null;
  if (!role) throw notFound('project');
  if (!mayActAs(role, endpoint.access.atLeast)) {
    throw new ApiFailure(
      'not_allowed',
      `Only ${endpoint.access.atLeast}s of this project may do that; you are ${role}.`,
    );
  }
  return { caller, role };
};

import { z } from 'zod';

/** Roles in a project, weakest first; each may do what those before it may. */
export const roles = ['viewer', 'approver', 'editor', 'owner'] as const;

export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** True when `role` may do what `atLeast` may. */
export const mayActAs = (role: Role, atLeast: Role): boolean => roles.indexOf(role) >= roles.indexOf(atLeast);

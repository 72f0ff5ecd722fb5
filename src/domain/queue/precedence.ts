import type { Branch, VisitorClass } from '#domain/branch/branch.ts';
import type { ClassId } from '#domain/id.ts';

/** The class everybody belongs to who belongs to no other. */
export function ordinaryClass(branch: Branch): VisitorClass | undefined {
  return branch.classes.find((each) => each.precedence === 0);
}

/** 0 for the ordinary class and for one the branch no longer knows. */
export function precedenceOf(branch: Branch, ticketClass: ClassId): number {
  return branch.classes.find((each) => each.id === ticketClass)?.precedence ?? 0;
}

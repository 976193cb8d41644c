// What can go wrong before the program speaks for itself.

import type { ErrorCode } from "./types";

/** A failure with its code for the host. */
export class Failure extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** The code of whatever was thrown. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof Failure) return error.code;
  const said = String(error);
  // No engine has a class of its own for what the policy forbids.
  if (/content.security.policy|unsafe-eval|\bCSP\b/i.test(said)) return "policy";
  return "program_missing";
}

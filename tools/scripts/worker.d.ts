/* The worker lives alone: it sees no page and none of the other scripts. */

/** What the build writes before it. */
declare const kept: { version: string; files: Record<string, string>; unkept: string };

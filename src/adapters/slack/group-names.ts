/** What people call groups, as Slack tells it where somebody picks one while typing; to ask for it would take one more scope. */
export interface GroupNames {
  /** Takes what somebody typed, as it came from Slack. */
  learn(typed: string): void;
  /** "@desk"; null where nobody has picked the group since the start. */
  nameOf(group: string): string | null;
}

const PICKED = /<!subteam\^(S[A-Z0-9]{2,24})\|@?([\p{L}\p{N}._-]{1,80})>/gu;
const MOST = 1_000;

export function createGroupNames(): GroupNames {
  const names = new Map<string, string>();
  return {
    learn(typed) {
      for (const [, group, handle] of typed.matchAll(PICKED)) {
        if (names.size >= MOST) names.clear();
        names.set(group!, `@${handle}`);
      }
    },
    nameOf: (group) => names.get(group) ?? null,
  };
}

export const LIMITS = { parts: 4 } as const;

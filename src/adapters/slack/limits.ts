export const LIMITS = { parts: 3, option: 75, options: 100 } as const;

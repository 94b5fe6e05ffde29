export const problemsOf = (_: unknown): string[] => [];

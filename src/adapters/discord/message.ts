import type { Part } from "./render.ts";

/** A part as discord.js takes it. */
export const messageOf = ({ components, flags, files = [] }: Part) => ({ components, flags, files: [...files] });

import * as v from "valibot";

const onOff = v.pipe(
  v.picklist(["0", "1"], "must be 0 or 1"),
  v.transform((value) => value === "1"),
);

/** Every environment variable there is: its meaning, default and check. `.env.example` and the README repeat this table. */
export const VARIABLES = {
  DATA_DIR: {
    why: "Folder of the embedded library; made where it is missing.",
    fallback: "./data",
    schema: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty("must name a folder"),
      v.check((dir) => !dir.includes("\0"), "must name a folder"),
    ),
  },
  ALLOW_PRIVATE_NETWORK: {
    why: "1 lets articles be read from private and loopback addresses, for an intranet; 0 refuses them.",
    fallback: "0",
    schema: onOff,
  },
  CONTACT: {
    why: "An address or e-mail that feeds and pages are told, so that their owners can reach whoever runs this.",
    fallback: "none",
    schema: v.pipe(
      v.string(),
      v.trim(),
      v.regex(/^[\x21-\x7e]{1,200}$/, "must be an address or e-mail, without spaces"),
      v.transform((contact) => (contact === "none" ? null : contact)),
    ),
  },
} as const;

export interface Config {
  readonly dataDir: string;
  readonly allowPrivateNetwork: boolean;
  readonly contact: string | null;
}

/** Every problem of the environment, one line each with its remedy. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/** Reads the environment; an empty variable counts as not set. Throws a ConfigError that lists every problem at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const read = <N extends keyof typeof VARIABLES>(name: N): v.InferOutput<(typeof VARIABLES)[N]["schema"]> => {
    const { schema, fallback } = VARIABLES[name];
    const result = v.safeParse(schema, env[name] || fallback);
    if (result.success) return result.output as never;
    problems.push(`${name} ${result.issues[0].message} (it is "${env[name]}"): correct it, or leave it out for ${fallback}.`);
    return undefined as never;
  };
  const config = { dataDir: read("DATA_DIR"), allowPrivateNetwork: read("ALLOW_PRIVATE_NETWORK"), contact: read("CONTACT") };
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return config;
}

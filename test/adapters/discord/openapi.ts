import { existsSync, readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";

const FILE = "../shared/specs/discord-openapi.json";

/** Checks a value against a named schema of Discord's OpenAPI description; what does not hold, one line each. */
export type Check = (schema: string, value: unknown) => string[];

/** Null, with a word on standard error, where the description is not at hand. */
export function openApi(): Check | null {
  if (!existsSync(FILE)) {
    process.stderr.write(`SKIPPED: ${FILE} is not there, so nothing is checked against Discord's own description.\n`);
    return null;
  }
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(byType(JSON.parse(readFileSync(FILE, "utf8"))), "discord");
  const compiled = new Map<string, ValidateFunction>();
  return (schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile({ $ref: `discord#/components/schemas/${schema}` });
    compiled.set(schema, validate);
    return validate(value) ? [] : (validate.errors ?? []).map(told);
  };
}

const told = ({ instancePath, message }: ErrorObject): string => `${instancePath || "/"} ${message}`;

interface Schema {
  readonly oneOf?: readonly { readonly $ref?: string }[];
  readonly properties?: { readonly type?: { readonly enum?: readonly number[] } };
}

/** Picks among components and options by their `type`, which is faster than trying all of them, and says what is wrong with the one meant. */
function byType(description: { readonly components: { readonly schemas: Readonly<Record<string, Schema>> } }): object {
  const typeOf = ({ $ref = "" }: { readonly $ref?: string }): number | undefined =>
    description.components.schemas[$ref.split("/").at(-1)!]?.properties?.type?.enum?.[0];
  return JSON.parse(JSON.stringify(description), (_, value: Schema | null) => {
    const { oneOf = [], ...rest } = value ?? {};
    const types = oneOf.map(typeOf);
    if (oneOf.length < 2 || types.includes(undefined)) return value;
    const known = { required: ["type"], properties: { type: { enum: types } } };
    const chosen = oneOf.map((then, k) => ({ if: { properties: { type: { const: types[k] } } }, then }));
    return { ...rest, allOf: [known, ...chosen] };
  }) as object;
}

import { openApi } from "./openapi.ts";
import { problemsOf } from "./validate.ts";

/** How Discord says no. */
export interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

export const REFUSALS = {
  unauthorized: { status: 401, code: 0, message: "401: Unauthorized" },
  unknownChannel: { status: 404, code: 10003, message: "Unknown Channel" },
  unknownMessage: { status: 404, code: 10008, message: "Unknown Message" },
  unknownWebhook: { status: 404, code: 10015, message: "Unknown Webhook" },
  unknownInteraction: { status: 404, code: 10062, message: "Unknown interaction" },
  alreadyAcknowledged: { status: 400, code: 40060, message: "Interaction has already been acknowledged." },
  missingAccess: { status: 403, code: 50001, message: "Missing Access" },
  missingPermissions: { status: 403, code: 50013, message: "Missing Permissions" },
  invalidWebhookToken: { status: 401, code: 50027, message: "Invalid Webhook Token" },
  unknownMember: { status: 404, code: 10007, message: "Unknown Member" },
  noDirectMessages: { status: 403, code: 50007, message: "Cannot send messages to this user" },
  noTextChannel: { status: 400, code: 50008, message: "Cannot send messages in a non-text channel" },
  wrongKind: { status: 400, code: 50024, message: "Cannot execute action on this channel type" },
  archived: { status: 400, code: 50083, message: "Thread is archived" },
  tagRequired: { status: 400, code: 40067, message: "A tag is required to create a forum post in this channel" },
  threadThere: { status: 400, code: 160004, message: "A thread has already been created for this message" },
  locked: { status: 403, code: 160005, message: "Thread is locked" },
  tooManyThreads: { status: 400, code: 160006, message: "Maximum number of active threads reached" },
  invalidForm: { status: 400, code: 50035, message: "Invalid Form Body" },
} as const satisfies Record<string, Refusal>;

/** Thrown where Discord would say no. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal, detail: string) {
    super(`${refusal.code} ${refusal.message} ${detail}`.trim());
    this.refusal = refusal;
  }
}

export const refuse = (refusal: Refusal, detail = ""): Refused => new Refused(refusal, detail);

const described = openApi();
/** Made ready beforehand: it takes a second, in which Discord would have answered. */
for (const schema of [
  "ApplicationCommandAutocompleteCallbackRequest",
  "BaseCreateMessageCreateRequest",
  "CreateForumThreadRequest",
  "CreateMessageInteractionCallbackRequest",
  "CreateTextThreadWithMessageRequest",
  "IncomingWebhookInteractionRequest",
  "IncomingWebhookRequestPartial",
  "IncomingWebhookUpdateRequestPartial",
  "MessageCreateRequest",
]) {
  described?.(schema, {});
}

/** Refuses a body that goes against Discord's description of it. */
export function checkBody(schema: string, body: object): void {
  refuseFor(described?.(schema, body) ?? []);
}

/** As `checkBody`, for a message, of which Discord's documents say more than its description does. */
export function checkMessage(schema: string, body: object): void {
  refuseFor([...(described?.(schema, body) ?? []), ...problemsOf(body)]);
}

function refuseFor(problems: readonly string[]): void {
  if (problems.length > 0) throw refuse(REFUSALS.invalidForm, problems.join("; "));
}

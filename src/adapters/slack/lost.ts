const NEW_TOKEN = "install the app again and set its new SLACK_BOT_TOKEN";

const LOST: Readonly<Record<string, string>> = {
  token_revoked: `Slack has revoked the bot's token: ${NEW_TOKEN}.`,
  token_expired: `The bot's token for Slack has expired: ${NEW_TOKEN}.`,
  account_inactive: `The app is no longer installed in this Slack workspace: ${NEW_TOKEN}.`,
  user_removed_from_team: `The app is no longer installed in this Slack workspace: ${NEW_TOKEN}.`,
  app_uninstalled: `The app was removed from this Slack workspace: ${NEW_TOKEN}.`,
  invalid_auth:
    "Slack does not know the bot's token: copy the Bot User OAuth Token (xoxb-…) under OAuth & Permissions to SLACK_BOT_TOKEN.",
  not_authed: "Slack got no bot token: copy the Bot User OAuth Token (xoxb-…) under OAuth & Permissions to SLACK_BOT_TOKEN.",
  not_allowed_token_type:
    "SLACK_BOT_TOKEN is a token of another kind: copy the Bot User OAuth Token (xoxb-…) under OAuth & Permissions to it.",
  team_disabled: "This Slack workspace has been closed.",
  team_access_not_granted: "The app has not been let into this Slack workspace: ask an administrator of the organisation for it.",
};

const CONNECTION = "copy an App-Level Token (xapp-…) with the scope connections:write under Basic Information to SLACK_APP_TOKEN";

const CONNECTION_LOST: Readonly<Record<string, string>> = {
  invalid_auth: `Slack does not know the app's token: ${CONNECTION}.`,
  not_authed: `Slack got no app token: ${CONNECTION}.`,
  token_revoked: `Slack has revoked the app's token: ${CONNECTION}.`,
  account_inactive: `Slack does not take the app's token any more: ${CONNECTION}.`,
  not_allowed_token_type: `SLACK_APP_TOKEN is a token of another kind: ${CONNECTION}.`,
  missing_scope: `The app's token may not open a connection: ${CONNECTION}.`,
  link_disabled: "Socket Mode is switched off for this app: switch it on in the app's settings, or unset SLACK_APP_TOKEN.",
  team_disabled: "This Slack workspace has been closed.",
};

/** Why Slack has let us go for good, one sentence with the remedy; null where it may take us again. `code` is an error of its Web API. */
export const whyLost = (code: string): string | null => LOST[code] ?? null;

/** The same, where a connection for Socket Mode was asked for with the app's token. */
export const whyConnectionLost = (code: string): string | null => CONNECTION_LOST[code] ?? null;

/**
 * What Slack takes, from the doc comments of @slack/types where nothing else is said, and what of it we use. Characters are UTF-16 code
 * units, which is more than Slack counts.
 */
export const LIMITS = {
  /** Parts of an answer that are shown at a time. */
  parts: 3,
  /** Blocks of one message. */
  blocks: 50,
  /**
   * All blocks of one message, as JSON. Slack refuses about 13,000 characters ("msg_blocks_too_long") and does not say how it counts
   * (bolt-js #2509, #2867), so everything is counted.
   */
  message: 12_000,
  /** What of it is left to a row of buttons. */
  row: 1_500,
  /** The text beside the blocks, which notifications show and screen readers read; a longer one cannot be changed later. */
  text: 4_000,
  header: 150,
  /** Words of one block of ours: less than the 3,000 of a section. */
  words: 2_800,
  /** Words of one piece of small print. */
  small: 2_000,
  /** An address as it is written in a message: what is longer is no link. */
  link: 2_000,
  /** Names, roles and outlets: what is longer ends in an ellipsis. */
  label: 200,
  headline: 500,
  button: 75,
  viewBlocks: 100,
  viewTitle: 24,
  metadata: 3_000,
  placeholder: 150,
  /** The text and the value of a choice. */
  option: 75,
  options: 100,
  /** An input's label and hint, and the longest value that can be typed into it. */
  hint: 2_000,
  input: 3_000,
} as const;

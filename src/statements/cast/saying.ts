/**
 * Base forms of the commonest verbs of saying: whoever stands beside one speaks. The verbs of `cues.ts`, which find statements, tell that
 * less well: there are rare ones among them, and those of wanting and finding, and none that opens no content ("declined", "expressed").
 */
const SAY = new Set(
  (
    "say tell add ask argue insist warn note explain claim state declare announce suggest reply respond write tweet admit acknowledge deny accuse " +
    "urge vow pledge promise predict report comment remark recall repeat reiterate stress emphasize emphasise conclude confirm contend assert " +
    "allege concede counter caution complain propose testify continue observe describe call praise criticise criticize joke quip believe think hope " +
    "maintain express reveal underscore underline hail laud condemn dismiss reject refuse decline read demand speculate lament point agree"
  ).split(" "),
);

export const isSaying = (lemma: string): boolean => SAY.has(lemma);

import fc from "fast-check";

/** Property tests draw the same cases in every run, so that a red build can be repeated; FC_SEED=2 npm test looks at others. */
fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 1) });

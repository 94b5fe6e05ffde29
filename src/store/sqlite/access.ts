/** How the parts of a store reach its file: at once, refusals of the disk turned into a `StoreError`. */
export interface Access {
  reading<T>(work: () => T): Promise<T>;
  /** In one transaction, wholly or not at all. */
  writing<T>(work: () => T): Promise<T>;
}

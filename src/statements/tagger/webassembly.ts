/** What is used of it, by the name that the compiler knows from browsers' types alone. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** Bytes of a page of memory. */
const PAGE = 65536;

/** Memory of a module. Its buffer is another after it has grown. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  /** Makes it at least that many bytes long; what it holds stays. */
  reserve(bytes: number): void;
}

/** As many bytes as are asked for at least, all 0. */
export function createMemory(bytes: number): Memory {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  return Object.assign(memory, {
    reserve(wanted: number): void {
      const missing = wanted - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    },
  });
}

/** The functions of a module; throws where the bytes are none or something that it needs is missing. */
export function instantiate(bytes: Uint8Array, imports: object): unknown {
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports;
}

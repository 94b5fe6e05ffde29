import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = 8; // bytes before the first chunk

/**
 * A screenshot with at most 256 colours, about a quarter of its size: the 8 bits of a channel are rounded to fewer until there are no more
 * colours than that. Takes PNG files of 8-bit colour with or without alpha, not interlaced (W3C PNG, third edition), and throws for others.
 */
export function smallPng(file: Buffer): Buffer {
  const { width, height, channels, data } = readChunks(file);
  const pixels = unfilter(inflateSync(data), width, height, channels);
  for (let bits = 6; bits > 0; bits--) {
    const step = 255 / (2 ** bits - 1);
    const { palette, lines } = indexed(pixels, width, height, channels, (value) => Math.round(Math.round(value / step) * step));
    if (palette.length > 256) continue;
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 3, 0, 0, 0], 8); // 8 bits a pixel, by palette
    const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
    const body = deflateSync(lines, { level: 9 });
    return Buffer.concat([
      file.subarray(0, SIGNATURE),
      ...[chunk("IHDR", header), chunk("PLTE", colours), chunk("IDAT", body), chunk("IEND", Buffer.alloc(0))],
    ]);
  }
  throw new Error("two colours are too many");
}

function readChunks(file: Buffer): { width: number; height: number; channels: number; data: Buffer } {
  const parts: Buffer[] = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = SIGNATURE; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (type === "IDAT") parts.push(body);
    if (type === "IHDR") {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      channels = { 2: 3, 6: 4 }[body[9]!] ?? 0;
      if (body[8] !== 8 || channels === 0 || body[12] !== 0) throw new Error("a PNG file of another kind");
    }
    at += length + 12;
  }
  return { width, height, channels, data: Buffer.concat(parts) };
}

/** Undoes the five filters, by which each byte of a line stands as its difference from those left of it and above. */
function unfilter(raw: Buffer, width: number, height: number, channels: number): Buffer {
  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : pixels[y * stride + x - channels]!;
      const above = y === 0 ? 0 : pixels[(y - 1) * stride + x]!;
      const corner = x < channels || y === 0 ? 0 : pixels[(y - 1) * stride + x - channels]!;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]!;
      pixels[y * stride + x] = raw[y * (stride + 1) + 1 + x]! + guess;
    }
  }
  return pixels;
}

function paeth(left: number, above: number, corner: number): number {
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** Lines of palette numbers, each with a byte before it that says it is not filtered. */
function indexed(pixels: Buffer, width: number, height: number, channels: number, round: (value: number) => number) {
  const numbers = new Map<number, number>();
  const lines = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [red, green, blue] = [0, 1, 2].map((k) => round(pixels[pixel * channels + k]!)) as [number, number, number];
    const colour = (red << 16) | (green << 8) | blue;
    const number = numbers.get(colour) ?? numbers.size;
    numbers.set(colour, number);
    lines[pixel + Math.floor(pixel / width) + 1] = number;
  }
  return { palette: [...numbers.keys()], lines };
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

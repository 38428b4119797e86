//! Rows of pixels → pieces of one zlib stream, each compressed by itself, so that several threads can share the work.

use std::io;

use flate2::{Compress, Compression, FlushCompress, Status};

/// How hard bytes are compressed: beyond it, time grows faster than files shrink.
const LEVEL: u32 = 3;

/// Bytes of a zlib stream before its data, and of the checksum after them.
const HEADER_LEN: usize = 2;
const CHECKSUM_LEN: usize = 4;

/// Each row but the first as its difference from the row above: maps have long upright edges and empty rows. A row
/// begins with a byte for how it was filtered.
pub(super) fn filter(bytes: &mut [u8], stride: usize) {
    const NONE: u8 = 0;
    const UP: u8 = 2;
    let mut rows: Vec<&mut [u8]> = bytes.chunks_exact_mut(stride).collect();
    while let Some((row, above)) = rows.split_last_mut() {
        let above = above.last();
        let kind = if above.is_some() { UP } else { NONE };
        if let Some(above) = above {
            for (byte, above) in row.iter_mut().zip(above.iter()) {
                *byte = byte.wrapping_sub(*above);
            }
        }
        if let Some(first) = row.first_mut() {
            *first = kind;
        }
        rows.pop();
    }
}

/// A compressed piece, flushed, so that another may follow.
pub(super) struct Piece {
    header: Vec<u8>,
    data: Vec<u8>,
    /// What ends the stream, were this the last piece.
    end: Vec<u8>,
    checksum: u32,
    raw_len: usize,
}

impl Piece {
    /// The bytes, compressed.
    pub(super) fn of(bytes: &[u8]) -> io::Result<Self> {
        let mut compress = Compress::new(Compression::new(LEVEL), true);
        let mut header = Vec::with_capacity(bytes.len() / 16 + 256);
        run(&mut compress, bytes, &mut header, FlushCompress::Full)?;
        let data = header.split_off(HEADER_LEN.min(header.len()));
        let mut end = Vec::with_capacity(64);
        run(&mut compress, &[], &mut end, FlushCompress::Finish)?;
        let checksum = end.split_off(end.len().saturating_sub(CHECKSUM_LEN));
        let checksum = checksum.try_into().map_or(1, u32::from_be_bytes);
        Ok(Self { header, data, end, checksum, raw_len: bytes.len() })
    }
}

/// A zlib stream that pieces are joined to, in order.
#[derive(Default)]
pub(super) struct Stream {
    checksum: Option<u32>,
}

impl Stream {
    /// The next bytes of the stream.
    pub(super) fn join(&mut self, piece: Piece, is_last: bool) -> Vec<u8> {
        let Piece { header, mut data, end, checksum, raw_len } = piece;
        let checksum = match self.checksum {
            None => {
                data.splice(..0, header);
                checksum
            }
            Some(before) => joined_checksum(before, checksum, raw_len),
        };
        self.checksum = Some(checksum);
        if is_last {
            data.extend(end);
            data.extend(checksum.to_be_bytes());
        }
        data
    }
}

fn run(compress: &mut Compress, bytes: &[u8], data: &mut Vec<u8>, flush: FlushCompress) -> io::Result<()> {
    let before = compress.total_in();
    loop {
        data.reserve((data.capacity() / 2).max(64));
        let consumed = (compress.total_in() - before) as usize;
        let status = compress.compress_vec(bytes.get(consumed..).unwrap_or_default(), data, flush)?;
        let is_flushed = (compress.total_in() - before) as usize == bytes.len() && data.len() < data.capacity();
        if status == Status::StreamEnd || (is_flushed && flush != FlushCompress::Finish) {
            return Ok(());
        }
    }
}

/// Adler-32 of two pieces one after the other, from theirs and the second's length.
fn joined_checksum(first: u32, second: u32, second_len: usize) -> u32 {
    const BASE: u64 = 65521;
    let halves = |checksum: u32| (u64::from(checksum & 0xffff), u64::from(checksum >> 16));
    let ((a, b), (next_a, next_b)) = (halves(first), halves(second));
    let len = second_len as u64 % BASE;
    let low = (a + next_a + BASE - 1) % BASE;
    let high = (b + next_b + len * (a + BASE - 1)) % BASE;
    (high << 16 | low) as u32
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn pieces_make_one_stream() {
        let bytes: Vec<u8> = (0..100_000_u32).map(|index| (index.wrapping_mul(index) / 977) as u8).collect();
        for len in [1, 7, 1000, 65_536, 200_000] {
            let mut stream = Stream::default();
            let pieces: Vec<&[u8]> = bytes.chunks(len.max(bytes.len() / 50)).collect();
            let mut packed = Vec::new();
            for (index, piece) in pieces.iter().enumerate() {
                packed.extend(stream.join(Piece::of(piece).unwrap(), index + 1 == pieces.len()));
            }
            let mut unpacked = Vec::new();
            // The decoder checks the checksum.
            flate2::read::ZlibDecoder::new(packed.as_slice()).read_to_end(&mut unpacked).unwrap();
            assert!(unpacked == bytes, "pieces of {len}");
        }
    }

    #[test]
    fn rows_are_differences_from_the_row_above() {
        let mut bytes = [9, 1, 2, 9, 3, 5, 9, 3, 4];
        filter(&mut bytes, 3);
        assert_eq!(bytes, [0, 1, 2, 2, 2, 3, 2, 0, 255]);
    }
}

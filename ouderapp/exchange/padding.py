"""How long a bundle is made, so that its size tells little (FORMAT.md 9, Padmé)."""

BLOCK = 512


def padded_length(length: int) -> int:
    """The length in bytes after padding: at least `length`, a multiple of 512.

    Padmé (Nikitin et al. 2019): only the leading bits of the length survive, so what leaks is
    its order of magnitude; it costs at most 4.7 %, from 64 KiB on at most 3.2 %.
    """
    exponent = length.bit_length() - 1
    kept_bits = exponent.bit_length()
    step = 1 << max(0, exponent - kept_bits)
    return _rounded_up(_rounded_up(length, step), BLOCK)


def fill_length(length: int) -> int:
    """How many zero bytes follow so many bytes up to a multiple of 512."""
    return -length % BLOCK


def _rounded_up(length: int, step: int) -> int:
    return -(-length // step) * step

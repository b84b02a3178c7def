"""The steps, ways and outcomes of a referral, as its own lists say them."""

from ouderapp.referrals.codes import DIRECTION_WORDS, MODE_WORDS, OUTCOME_WORDS, STATUS_WORDS

LISTS = {
    "referral_direction": DIRECTION_WORDS,
    "referral_mode": MODE_WORDS,
    "referral_status": STATUS_WORDS,
    "referral_outcome": OUTCOME_WORDS,
}

"""What the worker's program refuses from the office (FORMAT.md 15.5)."""

from ouderapp.base.i18n import mark
from ouderapp.exchange.refusals.refusal import Refusal


class NotForThisWorker(Refusal):
    reason = "not_for_this_worker"
    next = "C"
    message = mark("The file is for another worker. Ask your office for yours.")


class OfficeKeyChanged(Refusal):
    reason = "office_key_changed"
    next = "C"
    is_alarm = True
    message = mark("The office key has changed. Call {phone} before you continue.")


class OfficeFileOlder(Refusal):
    reason = "office_file_older"
    message = mark("This office file is older than what you have already. Nothing has changed.")


class ReceiptUnknown(Refusal):
    reason = "receipt_unknown"
    next = "C"
    message = mark("This receipt belongs to none of your bundles.")


class ReceiptOtherBundle(Refusal):
    reason = "receipt_other_bundle"
    next = "C"
    is_alarm = True
    message = mark("The receipt is about other content with the same number.")


class ReceiptDiffers(Refusal):
    reason = "receipt_differs"
    next = "F"
    is_alarm = True
    message = mark("The office does not have the same as you. Your next bundle will be full.")


class ReceiptWords(Refusal):
    """`list` names the places, from 1."""

    reason = "receipt_words"
    message = mark("Word {list} is not right. Read it once more.")


class EnrolSignature(Refusal):
    reason = "enrol_signature"
    next = "C"
    is_alarm = True
    message = mark("The signature in the enrolment file is not right.")


class EnrolKeyWeak(Refusal):
    reason = "enrol_key_weak"
    next = "C"
    is_alarm = True
    message = mark("The key in the enrolment file is not safe.")


class EnrolOther(Refusal):
    reason = "enrol_other"
    next = "C"
    message = mark("This answer does not belong to your enrolment file.")


class EnrolWordsDiffer(Refusal):
    reason = "enrol_words_differ"
    next = "C"
    is_alarm = True
    message = mark("The words are not the same. Nothing was linked.")

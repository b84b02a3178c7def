"""Why a sender or a manifest is refused (FORMAT.md 15.2)."""

from ouderapp.base.i18n import mark
from ouderapp.exchange.refusals.refusal import Refusal


class SenderUnknown(Refusal):
    reason = "sender_unknown"
    next = "C"
    is_alarm = True
    message = mark("The sender is not known to this office. Nothing was taken in.")


class SenderNotConfirmed(Refusal):
    reason = "sender_not_confirmed"
    next = "C"
    message = mark("This worker is not confirmed yet. Compare the six words first.")


class SenderRevoked(Refusal):
    reason = "sender_revoked"
    next = "C"
    is_alarm = True
    message = mark("The key of this sender was withdrawn. Call the worker.")


class SignatureWrong(Refusal):
    reason = "signature_wrong"
    next = "C"
    is_alarm = True
    message = mark("The signature is not right. Somebody changed or forged the content.")


class ManifestSize(Refusal):
    reason = "manifest_size"
    next = "C"
    is_alarm = True
    message = mark("The table of contents is too large.")


class ManifestJson(Refusal):
    reason = "manifest_json"
    next = "C"
    is_alarm = True
    message = mark("The table of contents is not well written.")


class ManifestFields(Refusal):
    reason = "manifest_fields"
    next = "C"
    is_alarm = True
    message = mark("Something is missing from the table of contents, or there is too much in it.")


class FormatNewer(Refusal):
    """`need` is the format number."""

    reason = "format_newer"
    next = "U"
    message = mark("This bundle comes from a newer version ({need}). Update ouderapp first.")


class FormatUnknown(Refusal):
    reason = "format_unknown"
    next = "C"
    message = mark("This kind of bundle does not exist.")


class SchemaNewer(Refusal):
    """`need` and `have` are schema numbers."""

    reason = "schema_newer"
    next = "U"
    message = mark("This bundle needs version {need}, here runs {have}. Update first.")


class SchemaTooOld(Refusal):
    """`have` is a schema number."""

    reason = "schema_too_old"
    next = "U"
    message = mark(
        "This bundle comes from a version that is too old ({have}). Let the worker update first."
    )


class KindWrong(Refusal):
    reason = "kind_wrong"
    next = "C"
    message = mark("This kind of file does not belong here.")


class OrgWrong(Refusal):
    reason = "org_wrong"
    next = "C"
    message = mark("This bundle is from another organisation.")


class WorkerWrong(Refusal):
    reason = "worker_wrong"
    next = "C"
    is_alarm = True
    message = mark("The name in the bundle does not go with the signature.")


class DeviceWrong(Refusal):
    reason = "device_wrong"
    next = "C"
    is_alarm = True
    message = mark("This bundle comes from another laptop than the confirmed one.")


class RecipientWrong(Refusal):
    reason = "recipient_wrong"
    next = "C"
    is_alarm = True
    message = mark("The bundle says that it is not meant for you.")


class RecipientUnknown(Refusal):
    reason = "recipient_unknown"
    next = "C"
    is_alarm = True
    message = mark("The bundle is also encrypted to an unknown receiver.")


class RecipientCount(Refusal):
    reason = "recipient_count"
    next = "C"
    is_alarm = True
    message = mark("The number of receivers does not agree with the table of contents.")


class MemberList(Refusal):
    reason = "member_list"
    next = "C"
    is_alarm = True
    message = mark("The list of parts is not right.")


class MemberHash(Refusal):
    reason = "member_hash"
    next = "A"
    is_alarm = True
    message = mark("A part is not what the table of contents promises.")


class PolicyUnknown(Refusal):
    reason = "policy_unknown"
    next = "F"
    message = mark(
        "The bundle follows an agreement that is not known here. Deliver the office file first."
    )


class PolicyExceeded(Refusal):
    reason = "policy_exceeded"
    next = "C"
    is_alarm = True
    message = mark("The bundle holds more than was agreed. Nothing was taken in.")

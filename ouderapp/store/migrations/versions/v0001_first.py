"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Table, its number in the search index, and the column with its day ("" for names).
SEARCHED = (
    ("contact", 3, "held_on"),
    ("directory_person", 9, ""),
    ("family", 15, ""),
    ("follow_up", 4, "noted_on"),
    ("help_request", 5, "raised_on"),
    ("household", 10, ""),
    ("letter", 7, "dated_on"),
    ("participant", 11, ""),
    ("partner", 13, ""),
    ("person", 14, ""),
    ("referral", 6, "sent_on"),
    ("school", 12, ""),
)


def upgrade() -> None:
    """Every table, the search index with its triggers, and what the planner must know."""
    _tables()
    _search_index()
    _statistics()


def _tables() -> None:
    op.create_table(
        "action",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("author", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("target", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["target"], ["action.number"], name=op.f("fk_action_target")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_action")),
        sqlite_strict=True,
    )
    op.create_table(
        "count",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("indicator", sa.String(length=40), nullable=False),
        sa.Column("dimension", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_count")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_count_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_count_month"), "count", ["month"], unique=False)
    op.create_table(
        "draft",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_draft")),
        sqlite_strict=True,
    )
    op.create_table(
        "epoch",
        sa.Column("worker", sa.String(length=32), nullable=False),
        sa.Column("epoch_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("epoch_from", sa.String(length=32), nullable=False),
        sa.Column("epoch_from_lsn", sa.BigInteger(), nullable=False),
        sa.Column("last_seq", sa.Integer(), nullable=False),
        sa.Column("base_lsn", sa.BigInteger(), nullable=False),
        sa.Column("must_be_full", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("worker", "epoch_id", name=op.f("pk_epoch")),
        sqlite_strict=True,
    )
    op.create_table(
        "family",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("name", sa.String(length=120), nullable=True),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("inflow", sa.String(length=40), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("close_reason", sa.String(length=80), nullable=True),
        sa.Column("postcode", sa.String(length=4), nullable=True),
        sa.Column("contact_language", sa.String(length=6), nullable=True),
        sa.Column("letter_language", sa.String(length=6), nullable=True),
        sa.Column("letter_level", sa.String(length=40), nullable=True),
        sa.Column("home_languages", sa.JSON(), nullable=False),
        sa.Column("interpreter", sa.String(length=40), nullable=True),
        sa.Column("remark", sa.String(length=500), nullable=True),
        sa.Column("is_kept_back", sa.Boolean(), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_family")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_family_worker_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "head",
        sa.Column("worker", sa.String(length=32), nullable=False),
        sa.Column("epoch_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("to_lsn", sa.BigInteger(), nullable=False),
        sa.Column("manifest", sa.String(length=64), nullable=False),
        sa.Column("policy", sa.String(length=64), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("worker", name=op.f("pk_head")),
        sqlite_strict=True,
    )
    op.create_table(
        "identity",
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("device", sa.String(length=32), nullable=False),
        sa.Column("sign_seed", sa.String(length=64), nullable=False),
        sa.Column("age_secret", sa.String(length=120), nullable=False),
        sa.Column("enrolment", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("role", name=op.f("pk_identity")),
        sqlite_strict=True,
    )
    op.create_table(
        "inbox",
        sa.Column("file_hash", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.Column("is_alarm", sa.Boolean(), nullable=False),
        sa.Column("worker", sa.String(length=32), nullable=False),
        sa.Column("epoch_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("file_hash", name=op.f("pk_inbox")),
        sqlite_strict=True,
    )
    op.create_table(
        "office",
        sa.Column("org", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("office_epoch_id", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("org", name=op.f("pk_office")),
        sqlite_strict=True,
    )
    op.create_table(
        "office_policy",
        sa.Column("serial", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name=op.f("pk_office_policy")),
        sqlite_strict=True,
    )
    op.create_table(
        "office_recipient",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("recipient", sa.String(length=80), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("is_former", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_office_recipient")),
        sqlite_strict=True,
    )
    op.create_table(
        "outbox",
        sa.Column("epoch_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("policy", sa.String(length=64), nullable=False),
        sa.Column("schema", sa.Integer(), nullable=False),
        sa.Column("base_lsn", sa.BigInteger(), nullable=False),
        sa.Column("to_lsn", sa.BigInteger(), nullable=False),
        sa.Column("manifest", sa.String(length=64), nullable=False),
        sa.Column("state_count", sa.Integer(), nullable=False),
        sa.Column("state_digest", sa.String(length=64), nullable=False),
        sa.Column("receipt_key", sa.String(length=64), nullable=False),
        sa.Column("file", sa.String(length=80), nullable=False),
        sa.Column("file_hash", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("epoch_id", "seq", name=op.f("pk_outbox")),
        sqlite_strict=True,
    )
    op.create_table(
        "partner",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("name", sa.String(length=120), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("offer", sa.String(length=500), nullable=True),
        sa.Column("opening_hours", sa.String(length=200), nullable=True),
        sa.Column("cost", sa.String(length=200), nullable=True),
        sa.Column("registration", sa.String(length=200), nullable=True),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("street", sa.String(length=120), nullable=True),
        sa.Column("number", sa.String(length=20), nullable=True),
        sa.Column("postcode", sa.String(length=4), nullable=True),
        sa.Column("municipality", sa.String(length=80), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("email", sa.String(length=120), nullable=True),
        sa.Column("tips", sa.String(length=500), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_partner")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_partner_worker_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "person",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("given_name", sa.String(length=80), nullable=True),
        sa.Column("family_name", sa.String(length=80), nullable=True),
        sa.Column("said_as", sa.String(length=80), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("born_on", sa.Date(), nullable=True),
        sa.Column("language", sa.String(length=6), nullable=True),
        sa.Column("home_languages", sa.JSON(), nullable=False),
        sa.Column("letter_language", sa.String(length=6), nullable=True),
        sa.Column("letter_level", sa.String(length=40), nullable=True),
        sa.Column("interpreter", sa.String(length=6), nullable=True),
        sa.Column("interpreter_kind", sa.String(length=40), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("email", sa.String(length=120), nullable=True),
        sa.Column("smartschool_username", sa.String(length=80), nullable=True),
        sa.Column("may_get_letters", sa.Boolean(), nullable=False),
        sa.Column("may_be_told", sa.Boolean(), nullable=False),
        sa.Column("has_no_contact", sa.Boolean(), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_person")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_person_worker_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "pin",
        sa.Column("manifest", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("org", sa.String(length=32), nullable=False),
        sa.Column("org_name", sa.String(length=120), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("office_epoch_id", sa.String(length=32), nullable=False),
        sa.Column("sign_key", sa.String(length=64), nullable=False),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("policy", sa.JSON(), nullable=False),
        sa.Column("worker", sa.String(length=32), nullable=False),
        sa.Column("worker_name", sa.String(length=80), nullable=False),
        sa.Column("is_renewed", sa.Boolean(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("manifest", name=op.f("pk_pin")),
        sqlite_strict=True,
    )
    op.create_table(
        "received",
        sa.Column("worker", sa.String(length=32), nullable=False),
        sa.Column("epoch_id", sa.String(length=32), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("manifest", sa.String(length=64), nullable=False),
        sa.Column("prev_seq", sa.Integer(), nullable=False),
        sa.Column("prev", sa.String(length=64), nullable=False),
        sa.Column("result", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("period", sa.String(length=7), nullable=False),
        sa.Column("base_lsn", sa.BigInteger(), nullable=False),
        sa.Column("to_lsn", sa.BigInteger(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("receipt_key", sa.String(length=64), nullable=False),
        sa.Column("receipt", sa.LargeBinary(), nullable=False),
        sa.Column("file_hash", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("worker", "epoch_id", "seq", name=op.f("pk_received")),
        sqlite_strict=True,
    )
    op.create_table(
        "school",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("name", sa.String(length=120), nullable=True),
        sa.Column("community", sa.String(length=40), nullable=False),
        sa.Column("school_level", sa.String(length=40), nullable=False),
        sa.Column("grades", sa.JSON(), nullable=False),
        sa.Column("platform", sa.String(length=120), nullable=True),
        sa.Column("second_semester_on", sa.Date(), nullable=True),
        sa.Column("street", sa.String(length=120), nullable=True),
        sa.Column("number", sa.String(length=20), nullable=True),
        sa.Column("postcode", sa.String(length=4), nullable=True),
        sa.Column("municipality", sa.String(length=80), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_school")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_school_worker_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "set_aside",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("worker", sa.String(length=32), nullable=False),
        sa.Column("tbl", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("why", sa.String(length=40), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_set_aside")),
        sqlite_strict=True,
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
        sqlite_strict=True,
    )
    op.create_table(
        "shared",
        sa.Column("tbl", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("op", sa.String(length=40), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("row_hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("tbl", "id", name=op.f("pk_shared")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_shared_lsn"), "shared", ["lsn"], unique=False)
    op.create_table(
        "tombstone",
        sa.Column("worker", sa.String(length=32), nullable=False),
        sa.Column("tbl", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("worker", "tbl", "id", name=op.f("pk_tombstone")),
        sqlite_strict=True,
    )
    op.create_table(
        "writer",
        sa.Column("key_id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("device", sa.String(length=32), nullable=False),
        sa.Column("sign_key", sa.String(length=64), nullable=False),
        sa.Column("recipient", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("worker_file", sa.LargeBinary(), nullable=False),
        sa.Column("office_file", sa.LargeBinary(), nullable=False),
        sa.Column("is_renewed", sa.Boolean(), nullable=False),
        sa.Column("revoked_epoch", sa.String(length=32), nullable=False),
        sa.Column("revoked_seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("key_id", name=op.f("pk_writer")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_writer_worker"), "writer", ["worker"], unique=False)
    op.create_table(
        "appointment",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("family", sa.String(length=32), nullable=True),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("persons", sa.JSON(), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=True),
        sa.Column("words", sa.String(length=500), nullable=True),
        sa.Column("is_done", sa.Boolean(), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "family"],
            ["family.worker", "family.id"],
            name=op.f("fk_appointment_worker_family"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_appointment")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_appointment_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_appointment_family_appointment_worker"),
        "appointment",
        ["family", "worker"],
        unique=False,
    )
    op.create_table(
        "co_account",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("pupil", sa.String(length=32), nullable=False),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "person"],
            ["person.worker", "person.id"],
            name=op.f("fk_co_account_worker_person"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "pupil"],
            ["person.worker", "person.id"],
            name=op.f("fk_co_account_worker_pupil"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_co_account")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_co_account_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_co_account_person_co_account_worker"),
        "co_account",
        ["person", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_co_account_pupil_co_account_worker"),
        "co_account",
        ["pupil", "worker"],
        unique=False,
    )
    op.create_table(
        "consent",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("family", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=True),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("lapses_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("given_by", sa.JSON(), nullable=False),
        sa.Column("has_assent", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "family"],
            ["family.worker", "family.id"],
            name=op.f("fk_consent_worker_family"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "person"],
            ["person.worker", "person.id"],
            name=op.f("fk_consent_worker_person"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_consent")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_consent_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_consent_family_consent_worker"), "consent", ["family", "worker"], unique=False
    )
    op.create_index(
        op.f("ix_consent_person_consent_worker"), "consent", ["person", "worker"], unique=False
    )
    op.create_table(
        "day_off",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("school", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "school"],
            ["school.worker", "school.id"],
            name=op.f("fk_day_off_worker_school"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_day_off")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_day_off_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_day_off_school_day_off_worker"), "day_off", ["school", "worker"], unique=False
    )
    op.create_table(
        "directory_person",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("school", sa.String(length=32), nullable=True),
        sa.Column("partner", sa.String(length=32), nullable=True),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("function", sa.String(length=120), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("email", sa.String(length=120), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "partner"],
            ["partner.worker", "partner.id"],
            name=op.f("fk_directory_person_worker_partner"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "school"],
            ["school.worker", "school.id"],
            name=op.f("fk_directory_person_worker_school"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_directory_person")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_directory_person_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_directory_person_partner_directory_person_worker"),
        "directory_person",
        ["partner", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_directory_person_school_directory_person_worker"),
        "directory_person",
        ["school", "worker"],
        unique=False,
    )
    op.create_table(
        "group_series",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=True),
        sa.Column("school", sa.String(length=32), nullable=True),
        sa.Column("partner", sa.String(length=32), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("place", sa.String(length=120), nullable=True),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "partner"],
            ["partner.worker", "partner.id"],
            name=op.f("fk_group_series_worker_partner"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "school"],
            ["school.worker", "school.id"],
            name=op.f("fk_group_series_worker_school"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_group_series")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_group_series_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_group_series_partner_group_series_worker"),
        "group_series",
        ["partner", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_group_series_school_group_series_worker"),
        "group_series",
        ["school", "worker"],
        unique=False,
    )
    op.create_table(
        "help_request",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("family", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=True),
        sa.Column("raised_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("themes", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("words", sa.String(length=500), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "family"],
            ["family.worker", "family.id"],
            name=op.f("fk_help_request_worker_family"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "person"],
            ["person.worker", "person.id"],
            name=op.f("fk_help_request_worker_person"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_help_request")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_help_request_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_help_request_family_help_request_worker"),
        "help_request",
        ["family", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_help_request_person_help_request_worker"),
        "help_request",
        ["person", "worker"],
        unique=False,
    )
    op.create_table(
        "household",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("family", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("street", sa.String(length=120), nullable=True),
        sa.Column("number", sa.String(length=20), nullable=True),
        sa.Column("postcode", sa.String(length=4), nullable=True),
        sa.Column("municipality", sa.String(length=80), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "family"],
            ["family.worker", "family.id"],
            name=op.f("fk_household_worker_family"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_household")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_household_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_household_family_household_worker"),
        "household",
        ["family", "worker"],
        unique=False,
    )
    op.create_table(
        "journal",
        sa.Column("lsn", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("author", sa.String(length=32), nullable=False),
        sa.Column("action", sa.Integer(), nullable=False),
        sa.Column("tbl", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("op", sa.String(length=40), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(["action"], ["action.number"], name=op.f("fk_journal_action")),
        sa.PrimaryKeyConstraint("lsn", name=op.f("pk_journal")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_journal_action"), "journal", ["action"], unique=False)
    op.create_index(
        "ix_journal_deleted",
        "journal",
        ["at"],
        unique=False,
        sqlite_where=sa.text("op = 'delete'"),
        postgresql_where=sa.text("op = 'delete'"),
    )
    op.create_index("ix_journal_record", "journal", ["tbl", "id", "lsn"], unique=False)
    op.create_table(
        "member",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("family", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("has_authority", sa.Boolean(), nullable=True),
        sa.Column("lives_here", sa.Boolean(), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "family"],
            ["family.worker", "family.id"],
            name=op.f("fk_member_worker_family"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "person"],
            ["person.worker", "person.id"],
            name=op.f("fk_member_worker_person"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_member")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_member_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_member_family_member_worker_member_role"),
        "member",
        ["family", "worker", "role"],
        unique=False,
    )
    op.create_index(
        op.f("ix_member_person_member_worker"), "member", ["person", "worker"], unique=False
    )
    op.create_table(
        "participant",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("given_name", sa.String(length=80), nullable=True),
        sa.Column("class_name", sa.String(length=40), nullable=True),
        sa.Column("school", sa.String(length=32), nullable=True),
        sa.Column("school_year", sa.Integer(), nullable=True),
        sa.Column("year_stream", sa.String(length=8), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "school"],
            ["school.worker", "school.id"],
            name=op.f("fk_participant_worker_school"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_participant")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_participant_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_participant_school_participant_worker"),
        "participant",
        ["school", "worker"],
        unique=False,
    )
    op.create_table(
        "private_note",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("family", sa.String(length=32), nullable=True),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("lapses_on", sa.Date(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "family"],
            ["family.worker", "family.id"],
            name=op.f("fk_private_note_worker_family"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_private_note")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_private_note_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_private_note_family_private_note_worker"),
        "private_note",
        ["family", "worker"],
        unique=False,
    )
    op.create_table(
        "relation",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("from_person", sa.String(length=32), nullable=False),
        sa.Column("to_person", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "from_person"],
            ["person.worker", "person.id"],
            name=op.f("fk_relation_worker_from_person"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "to_person"],
            ["person.worker", "person.id"],
            name=op.f("fk_relation_worker_to_person"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_relation")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_relation_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_relation_from_person_relation_worker"),
        "relation",
        ["from_person", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_relation_to_person_relation_worker"),
        "relation",
        ["to_person", "worker"],
        unique=False,
    )
    op.create_table(
        "rights_check",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("family", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=True),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("ruleset", sa.String(length=80), nullable=False),
        sa.Column("right", sa.String(length=40), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "family"],
            ["family.worker", "family.id"],
            name=op.f("fk_rights_check_worker_family"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "person"],
            ["person.worker", "person.id"],
            name=op.f("fk_rights_check_worker_person"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_rights_check")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_rights_check_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_rights_check_family_rights_check_worker"),
        "rights_check",
        ["family", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_rights_check_person_rights_check_worker"),
        "rights_check",
        ["person", "worker"],
        unique=False,
    )
    op.create_table(
        "schooling",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("school", sa.String(length=32), nullable=True),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("year_stream", sa.String(length=8), nullable=True),
        sa.Column("class_name", sa.String(length=40), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("is_ex_okan", sa.Boolean(), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "person"],
            ["person.worker", "person.id"],
            name=op.f("fk_schooling_worker_person"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "school"],
            ["school.worker", "school.id"],
            name=op.f("fk_schooling_worker_school"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_schooling")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_schooling_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_schooling_person_schooling_worker_schooling_school_year"),
        "schooling",
        ["person", "worker", "school_year"],
        unique=False,
    )
    op.create_index(
        op.f("ix_schooling_school_schooling_worker"),
        "schooling",
        ["school", "worker"],
        unique=False,
    )
    op.create_table(
        "evaluation",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("series", sa.String(length=32), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("partners", sa.JSON(), nullable=False),
        sa.Column("sessions", sa.JSON(), nullable=False),
        sa.Column("finding", sa.String(length=500), nullable=True),
        sa.Column("decision", sa.String(length=500), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "series"],
            ["group_series.worker", "group_series.id"],
            name=op.f("fk_evaluation_worker_series"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_evaluation")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_evaluation_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_evaluation_series_evaluation_worker"),
        "evaluation",
        ["series", "worker"],
        unique=False,
    )
    op.create_table(
        "group_phase",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("series", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("name", sa.String(length=120), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "series"],
            ["group_series.worker", "group_series.id"],
            name=op.f("fk_group_phase_worker_series"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_group_phase")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_group_phase_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_group_phase_series_group_phase_worker"),
        "group_phase",
        ["series", "worker"],
        unique=False,
    )
    op.create_table(
        "invitation",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("series", sa.String(length=32), nullable=True),
        sa.Column("channel", sa.String(length=40), nullable=False),
        sa.Column("prepared_on", sa.Date(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("invited", sa.Integer(), nullable=True),
        sa.Column("replied", sa.Integer(), nullable=True),
        sa.Column("to_pupils", sa.Boolean(), nullable=False),
        sa.Column("to_parents", sa.Boolean(), nullable=False),
        sa.Column("classes", sa.JSON(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "series"],
            ["group_series.worker", "group_series.id"],
            name=op.f("fk_invitation_worker_series"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_invitation")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_invitation_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_invitation_series_invitation_worker"),
        "invitation",
        ["series", "worker"],
        unique=False,
    )
    op.create_table(
        "recommendation",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("series", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=True),
        sa.Column("participant", sa.String(length=32), nullable=True),
        sa.Column("partner", sa.String(length=32), nullable=True),
        sa.Column("recommended_on", sa.Date(), nullable=False),
        sa.Column("invited_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("is_parent_informed", sa.Boolean(), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "participant"],
            ["participant.worker", "participant.id"],
            name=op.f("fk_recommendation_worker_participant"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "partner"],
            ["partner.worker", "partner.id"],
            name=op.f("fk_recommendation_worker_partner"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "person"],
            ["person.worker", "person.id"],
            name=op.f("fk_recommendation_worker_person"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "series"],
            ["group_series.worker", "group_series.id"],
            name=op.f("fk_recommendation_worker_series"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_recommendation")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_recommendation_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_recommendation_participant_recommendation_worker"),
        "recommendation",
        ["participant", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_recommendation_partner_recommendation_worker"),
        "recommendation",
        ["partner", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_recommendation_person_recommendation_worker"),
        "recommendation",
        ["person", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_recommendation_series_recommendation_worker"),
        "recommendation",
        ["series", "worker"],
        unique=False,
    )
    op.create_table(
        "referral",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("family", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=True),
        sa.Column("direction", sa.String(length=40), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.Column("partner", sa.String(length=32), nullable=True),
        sa.Column("theme", sa.String(length=40), nullable=False),
        sa.Column("mode", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("outcome", sa.String(length=40), nullable=True),
        sa.Column("outcome_on", sa.Date(), nullable=True),
        sa.Column("consent", sa.String(length=32), nullable=True),
        sa.Column("reason", sa.String(length=1000), nullable=True),
        sa.Column("feedback", sa.String(length=1000), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "consent"],
            ["consent.worker", "consent.id"],
            name=op.f("fk_referral_worker_consent"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "family"],
            ["family.worker", "family.id"],
            name=op.f("fk_referral_worker_family"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "partner"],
            ["partner.worker", "partner.id"],
            name=op.f("fk_referral_worker_partner"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "person"],
            ["person.worker", "person.id"],
            name=op.f("fk_referral_worker_person"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_referral")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_referral_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_referral_consent_referral_worker"), "referral", ["consent", "worker"], unique=False
    )
    op.create_index(
        op.f("ix_referral_family_referral_worker"), "referral", ["family", "worker"], unique=False
    )
    op.create_index(
        op.f("ix_referral_partner_referral_worker"), "referral", ["partner", "worker"], unique=False
    )
    op.create_index(
        op.f("ix_referral_person_referral_worker"), "referral", ["person", "worker"], unique=False
    )
    op.create_table(
        "residence",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("person", sa.String(length=32), nullable=False),
        sa.Column("household", sa.String(length=32), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("pattern", sa.String(length=40), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "household"],
            ["household.worker", "household.id"],
            name=op.f("fk_residence_worker_household"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "person"],
            ["person.worker", "person.id"],
            name=op.f("fk_residence_worker_person"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_residence")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_residence_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_residence_household_residence_worker"),
        "residence",
        ["household", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_residence_person_residence_worker"),
        "residence",
        ["person", "worker"],
        unique=False,
    )
    op.create_table(
        "group_session",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("series", sa.String(length=32), nullable=False),
        sa.Column("phase", sa.String(length=32), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("heads", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "phase"],
            ["group_phase.worker", "group_phase.id"],
            name=op.f("fk_group_session_worker_phase"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "series"],
            ["group_series.worker", "group_series.id"],
            name=op.f("fk_group_session_worker_series"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_group_session")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_group_session_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_group_session_phase_group_session_worker"),
        "group_session",
        ["phase", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_group_session_series_group_session_worker"),
        "group_session",
        ["series", "worker"],
        unique=False,
    )
    op.create_table(
        "contact",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("family", sa.String(length=32), nullable=True),
        sa.Column("session", sa.String(length=32), nullable=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("initiative", sa.String(length=40), nullable=False),
        sa.Column("is_planned", sa.Boolean(), nullable=True),
        sa.Column("themes", sa.JSON(), nullable=False),
        sa.Column("language", sa.String(length=6), nullable=True),
        sa.Column("has_interpreter", sa.Boolean(), nullable=False),
        sa.Column("persons", sa.JSON(), nullable=False),
        sa.Column("partners", sa.JSON(), nullable=False),
        sa.Column("capitals", sa.JSON(), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=True),
        sa.Column("summary", sa.String(length=500), nullable=True),
        sa.Column("circle", sa.String(length=40), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "family"],
            ["family.worker", "family.id"],
            name=op.f("fk_contact_worker_family"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "session"],
            ["group_session.worker", "group_session.id"],
            name=op.f("fk_contact_worker_session"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_contact")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_contact_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_contact_family_contact_worker_contact_held_on"),
        "contact",
        ["family", "worker", "held_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_contact_held_on_contact_starts"), "contact", ["held_on", "starts"], unique=False
    )
    op.create_index(op.f("ix_contact_persons"), "contact", ["persons"], unique=False)
    op.create_index(
        op.f("ix_contact_session_contact_worker"), "contact", ["session", "worker"], unique=False
    )
    op.create_table(
        "letter",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("family", sa.String(length=32), nullable=True),
        sa.Column("referral", sa.String(length=32), nullable=True),
        sa.Column("session", sa.String(length=32), nullable=True),
        sa.Column("person", sa.String(length=32), nullable=True),
        sa.Column("participant", sa.String(length=32), nullable=True),
        sa.Column("partner", sa.String(length=32), nullable=True),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("template", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=6), nullable=False),
        sa.Column("reader", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=True),
        sa.Column("subject", sa.String(length=60), nullable=True),
        sa.Column("is_sent", sa.Boolean(), nullable=False),
        sa.Column("pdf", sa.String(length=64), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "family"],
            ["family.worker", "family.id"],
            name=op.f("fk_letter_worker_family"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "participant"],
            ["participant.worker", "participant.id"],
            name=op.f("fk_letter_worker_participant"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "partner"],
            ["partner.worker", "partner.id"],
            name=op.f("fk_letter_worker_partner"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "person"],
            ["person.worker", "person.id"],
            name=op.f("fk_letter_worker_person"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "referral"],
            ["referral.worker", "referral.id"],
            name=op.f("fk_letter_worker_referral"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "session"],
            ["group_session.worker", "group_session.id"],
            name=op.f("fk_letter_worker_session"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_letter")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_letter_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_letter_family_letter_worker"), "letter", ["family", "worker"], unique=False
    )
    op.create_index(
        op.f("ix_letter_participant_letter_worker"),
        "letter",
        ["participant", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_letter_partner_letter_worker"), "letter", ["partner", "worker"], unique=False
    )
    op.create_index(
        op.f("ix_letter_person_letter_worker"), "letter", ["person", "worker"], unique=False
    )
    op.create_index(
        op.f("ix_letter_referral_letter_worker"), "letter", ["referral", "worker"], unique=False
    )
    op.create_index(
        op.f("ix_letter_session_letter_worker"), "letter", ["session", "worker"], unique=False
    )
    op.create_table(
        "participation",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("session", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=True),
        sa.Column("participant", sa.String(length=32), nullable=True),
        sa.Column("mark", sa.String(length=40), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=True),
        sa.Column("is_with_parent", sa.Boolean(), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("has_left_early", sa.Boolean(), nullable=False),
        sa.Column("arrived", sa.Time(), nullable=True),
        sa.Column("left", sa.Time(), nullable=True),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "participant"],
            ["participant.worker", "participant.id"],
            name=op.f("fk_participation_worker_participant"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "person"],
            ["person.worker", "person.id"],
            name=op.f("fk_participation_worker_person"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "session"],
            ["group_session.worker", "group_session.id"],
            name=op.f("fk_participation_worker_session"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_participation")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_participation_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_participation_participant_participation_worker"),
        "participation",
        ["participant", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_participation_person_participation_worker"),
        "participation",
        ["person", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_participation_session_participation_worker"),
        "participation",
        ["session", "worker"],
        unique=False,
    )
    op.create_table(
        "peer_link",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("from_person", sa.String(length=32), nullable=True),
        sa.Column("from_participant", sa.String(length=32), nullable=True),
        sa.Column("to_person", sa.String(length=32), nullable=True),
        sa.Column("to_participant", sa.String(length=32), nullable=True),
        sa.Column("into", sa.String(length=40), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=False),
        sa.Column("session", sa.String(length=32), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "from_participant"],
            ["participant.worker", "participant.id"],
            name=op.f("fk_peer_link_worker_from_participant"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "from_person"],
            ["person.worker", "person.id"],
            name=op.f("fk_peer_link_worker_from_person"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "session"],
            ["group_session.worker", "group_session.id"],
            name=op.f("fk_peer_link_worker_session"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "to_participant"],
            ["participant.worker", "participant.id"],
            name=op.f("fk_peer_link_worker_to_participant"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "to_person"],
            ["person.worker", "person.id"],
            name=op.f("fk_peer_link_worker_to_person"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_peer_link")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_peer_link_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_peer_link_from_participant_peer_link_worker"),
        "peer_link",
        ["from_participant", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_peer_link_from_person_peer_link_worker"),
        "peer_link",
        ["from_person", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_peer_link_session_peer_link_worker"),
        "peer_link",
        ["session", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_peer_link_to_participant_peer_link_worker"),
        "peer_link",
        ["to_participant", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_peer_link_to_person_peer_link_worker"),
        "peer_link",
        ["to_person", "worker"],
        unique=False,
    )
    op.create_table(
        "capital_observation",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("family", sa.String(length=32), nullable=False),
        sa.Column("observed_on", sa.Date(), nullable=False),
        sa.Column("capital", sa.String(length=40), nullable=False),
        sa.Column("by", sa.String(length=40), nullable=False),
        sa.Column("evidence", sa.String(length=32), nullable=True),
        sa.Column("tendency", sa.String(length=40), nullable=True),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("own_words", sa.String(length=500), nullable=True),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "evidence"],
            ["contact.worker", "contact.id"],
            name=op.f("fk_capital_observation_worker_evidence"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "family"],
            ["family.worker", "family.id"],
            name=op.f("fk_capital_observation_worker_family"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_capital_observation")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_capital_observation_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_capital_observation_evidence_capital_observation_worker"),
        "capital_observation",
        ["evidence", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_capital_observation_family_capital_observation_worker"),
        "capital_observation",
        ["family", "worker"],
        unique=False,
    )
    op.create_table(
        "follow_up",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("family", sa.String(length=32), nullable=True),
        sa.Column("contact", sa.String(length=32), nullable=True),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("by", sa.String(length=40), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("words", sa.String(length=500), nullable=True),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("folded", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "contact"],
            ["contact.worker", "contact.id"],
            name=op.f("fk_follow_up_worker_contact"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "family"],
            ["family.worker", "family.id"],
            name=op.f("fk_follow_up_worker_family"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_follow_up")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_follow_up_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_follow_up_contact_follow_up_worker"),
        "follow_up",
        ["contact", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_follow_up_family_follow_up_worker_follow_up_done_on_follow_up_due_on"),
        "follow_up",
        ["family", "worker", "done_on", "due_on"],
        unique=False,
    )
    op.create_table(
        "homework_question",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("participation", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.String(length=60), nullable=True),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=True),
        sa.Column("is_solved", sa.Boolean(), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "participation"],
            ["participation.worker", "participation.id"],
            name=op.f("fk_homework_question_worker_participation"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_homework_question")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_homework_question_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_homework_question_participation_homework_question_worker"),
        "homework_question",
        ["participation", "worker"],
        unique=False,
    )
    op.create_table(
        "parent_attendance",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("worker", sa.String(length=32), server_default="", nullable=False),
        sa.Column("session", sa.String(length=32), nullable=False),
        sa.Column("person", sa.String(length=32), nullable=True),
        sa.Column("participation", sa.String(length=32), nullable=True),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("ver", sa.Integer(), nullable=False),
        sa.Column("lsn", sa.BigInteger(), nullable=False),
        sa.Column("level", sa.String(length=40), server_default="", nullable=False),
        sa.Column("row_hash", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=40), server_default="", nullable=False),
        sa.Column("epoch_id", sa.String(length=32), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["worker", "participation"],
            ["participation.worker", "participation.id"],
            name=op.f("fk_parent_attendance_worker_participation"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "person"],
            ["person.worker", "person.id"],
            name=op.f("fk_parent_attendance_worker_person"),
        ),
        sa.ForeignKeyConstraint(
            ["worker", "session"],
            ["group_session.worker", "group_session.id"],
            name=op.f("fk_parent_attendance_worker_session"),
        ),
        sa.PrimaryKeyConstraint("nr", name=op.f("pk_parent_attendance")),
        sa.UniqueConstraint("worker", "id", name=op.f("uq_parent_attendance_worker_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_parent_attendance_participation_parent_attendance_worker"),
        "parent_attendance",
        ["participation", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_parent_attendance_person_parent_attendance_worker"),
        "parent_attendance",
        ["person", "worker"],
        unique=False,
    )
    op.create_index(
        op.f("ix_parent_attendance_session_parent_attendance_worker"),
        "parent_attendance",
        ["session", "worker"],
        unique=False,
    )


def _search_index() -> None:
    # The row number says day, table and record, so that the newest come first without sorting.
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5(folded, content='', contentless_delete=1,"
        " tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    )
    for table, number, day in SEARCHED:
        new, old = _row_number("new", number, day), _row_number("old", number, day)
        insert = f"INSERT INTO search_index (rowid, folded) VALUES ({new}, new.folded);"
        delete = f"DELETE FROM search_index WHERE rowid = {old};"
        changed = f"OF folded, {day}" if day else "OF folded"
        for name, when, body in (
            ("insert", "AFTER INSERT", insert),
            ("delete", "AFTER DELETE", delete),
            ("update", f"AFTER UPDATE {changed}", delete + " " + insert),
        ):
            op.execute(f"CREATE TRIGGER search_{table}_{name} {when} ON {table} BEGIN {body} END")


def _statistics() -> None:
    # `worker` is the same in every row of a worker's own store. The planner of SQLite takes it for
    # a good way in unless it is told, and then walks through whole tables.
    bind = op.get_bind()
    bind.exec_driver_sql("ANALYZE sqlite_schema")
    indexes = "SELECT tbl_name, name FROM sqlite_master WHERE type = 'index'"
    for table, name in bind.exec_driver_sql(indexes).all():
        columns = "SELECT name FROM pragma_index_info(?) ORDER BY seqno"
        found = bind.exec_driver_sql(columns, (name,)).scalars().all()
        if "worker" in found:
            each = ["100000", *["1"] * len(found)] if found[0] == "worker" else ["10"] * len(found)
            row = (table, name, " ".join(["100000", *each[: len(found)]]))
            bind.exec_driver_sql("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", row)
    bind.exec_driver_sql("ANALYZE sqlite_schema")


def _row_number(row: str, number: int, day: str) -> str:
    on = f"CAST(julianday({row}.{day}) + 0.5 AS INTEGER)" if day else "6000000"
    return f"(({on} << 40) | ({number} << 36) | {row}.nr)"

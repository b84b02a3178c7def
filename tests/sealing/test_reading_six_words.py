"""Six words over the telephone say that both sides hold the same (B09, B13, FORMAT.md 26)."""

import hashlib

from ouderapp.base.words import word_list
from ouderapp.sealing.spoken import (
    enrolment_words,
    epoch_words,
    file_words,
    office_words,
    receipt_words,
)

MANIFEST_HASH = bytes.fromhex("117bda237609e5aa5a91392aaa877a4d9954edd7617e887f030d51bda2f9751d")
STATE_DIGEST = bytes.fromhex("2eddc176fb504b7df1c5ba6f2312e3d137ad95dd01d8a78c0031152097953c10")
WORKER, EPOCH = "cbee53d792d2665611ee96a96bf7feec", "5499b1b67697dbbd1153b5536551808a"
WORKER_FILE = (
    b'{"app":"1.0.0","created":"2026-11-30T08:00:00Z","device":"bc9aed11411bdb15bdc98f0a8fdcdf4c",'
    b'"format":1,"kind":"enrol_worker","members":[],"name":"Medewerker 1","nonce":"831d1a88039b673'
    b'97befbd26e9301c97540619365b57be3bdcc5c3ef4149cbd9","prev_key":"","prev_sig":"","recipient":"'
    b'age10qmxv9ygu7pjyx38e8amza0w3j4w4hah37t8sj7gzw2klewpx3jsgxnqfn","sign_key":"b0bafaa70584afad'
    b'57b665dea93c07545e1a6ad6bc9de076cb1f0cd03c26e159"}'
)
OFFICE_FILE = (
    b'{"app":"1.0.0","created":"2026-11-30T08:05:00Z","format":1,"kind":"enrol_office","members":['
    b'],"nonce":"83e97c33df0a38b88bbf1febc69d6ea2e18829d0e6d34e71f1fcdc0c68c1fc47","office_epoch_i'
    b'd":"7eb7973ed61295a5db617790c6b14d15","org":"29b7d6e4fd8abfebeef4ad09c72d100a","org_name":"V'
    b'oorbeeldkantoor","phone":"000 00 00 00","policy":{"blob_max":0,"dossier":["handover"],"id":"'
    b'da3e51b9be97d4e107f74bdb181c5048","level":"coded","match":false,"serial":1},"prev_key":"","p'
    b'rev_sig":"","recipients":[{"recipient":"age1xfz7rt5xy4ak47v2aknnuns3rftwgatp3yx6fmdqj9ghtfmn'
    b'hchsqyqej4","role":"office"},{"recipient":"age1df9f4xexjt9r2jta0c3hen5zlp8cd0hjwjx29ufzhqnly'
    b'g2ta4qqxne3kk","role":"escrow"}],"sign_key":"cc5a9987a03702069a3df87f44e3865df1a626ce0891261'
    b'0d8d5ae7a62f1d351","worker":"cbee53d792d2665611ee96a96bf7feec","worker_file":"db1eb78ab9f2e9'
    b'bf8141d4800559344586cb2fc52a5267955128ad6fac080fcc","worker_name":"Medewerker 1"}'
)


def places(words: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(map(word_list().index, words))


def test_the_fingerprint_of_an_enrolment_is_that_of_the_worked_example() -> None:
    assert (len(WORKER_FILE), len(OFFICE_FILE)) == (418, 909)
    assert places(enrolment_words(WORKER_FILE, OFFICE_FILE)) == (1928, 272, 469, 503, 579, 18)


def test_one_changed_sign_gives_another_fingerprint() -> None:
    right = enrolment_words(WORKER_FILE, OFFICE_FILE)

    assert enrolment_words(WORKER_FILE + b" ", OFFICE_FILE) != right
    assert enrolment_words(OFFICE_FILE, WORKER_FILE) != right


def test_the_words_of_a_new_series_are_those_of_the_worked_example() -> None:
    found = epoch_words(WORKER, EPOCH, MANIFEST_HASH)

    assert places(found) == (1376, 523, 253, 247, 1809, 717)


def test_the_words_of_a_receipt_are_those_of_the_worked_example() -> None:
    key = bytes.fromhex("a77b60f3d67acb26d194314a965be6a727540f0e7dfb186dd988d5e8e9d9539d")

    found = receipt_words(key, MANIFEST_HASH, STATE_DIGEST)

    assert places(found) == (1143, 629, 1939, 1067, 1867, 141)


def test_the_words_of_a_restored_office_follow_the_same_rule() -> None:
    told = b"ouderapp office restore v1\0" + bytes.fromhex(EPOCH) + MANIFEST_HASH

    assert office_words(EPOCH, MANIFEST_HASH) == file_words(hashlib.sha256(told).digest())
    assert len(set(office_words(EPOCH, MANIFEST_HASH))) == 6

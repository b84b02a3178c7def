"""The worked example of the specification, byte for byte (FORMAT.md 26)."""

FAMILY = (
    b'{"data":{"closed_on":null,"contact_language":"fr","home_languages":["fr","ln"],"inflow":"d'
    b'oorverwijzing_huis_van_het_kind","interpreter":null,"opened_on":"2026-09-07","postcode":"9'
    b'000","status":"lopend"},"id":"9798c9df1c559e2a855deeb2704afc9c","level":"coded","lsn":12,"'
    b'op":"put","ver":1}'
)

CONSENT = (
    b'{"data":{"family":"9798c9df1c559e2a855deeb2704afc9c","form":"schriftelijk","given_on":"202'
    b'6-09-07","lapses_on":null,"person":null,"purpose":"kantoor","withdrawn_on":null},"id":"9cd'
    b'296b3201105ec652f977b1c20fe28","level":"coded","lsn":13,"op":"put","ver":1}'
)

CONTACT = (
    b'{"data":{"family":"9798c9df1c559e2a855deeb2704afc9c","has_interpreter":false,"held_on":"20'
    b'26-11-16","initiative":"jongere","kind":"huisbezoek","language":"fr","minutes":45,"persons'
    b'":[],"session":null,"themes":["huiswerkbegeleiding","vrije_tijd"]},"id":"77ca52a1e0ea035a3'
    b'b238d7e1a963854","level":"coded","lsn":15,"op":"put","ver":2}'
)

MANIFEST = (
    b'{"app":"1.0.0","base_lsn":0,"created":"2026-11-30T17:00:00Z","device":"bc9aed11411bdb15bdc'
    b'98f0a8fdcdf4c","epoch":1,"epoch_from":"","epoch_from_lsn":0,"epoch_id":"5499b1b67697dbbd11'
    b'53b5536551808a","facts":{"disk_encryption":"on","families":1,"last_backup":"2026-11-30","p'
    b'ersons":0},"format":1,"grants":[],"kind":"full","level":"coded","members":[{"count":1,"nam'
    b'e":"records/family.jsonl","sha256":"c55900441c1898a8e20012fc619619679d4770e901eb48daeebad6'
    b'f2a35bd674","size":289},{"count":1,"name":"records/consent.jsonl","sha256":"c60ca881a0a54d'
    b'436222a125245995a1ceea74ce214e6fd665b0c2df031de630","size":256},{"count":1,"name":"records'
    b'/contact.jsonl","sha256":"90fa20ed9a72b5ae05bb332a77ab08cb85a4dfb1057118f7ddfb4ba57de63ae5'
    b'","size":332}],"office_seq":0,"org":"29b7d6e4fd8abfebeef4ad09c72d100a","period":"2026-11",'
    b'"policy":"d6e82f540aaa4779708d097021e88fb075e3fcba767ed959d35d503a8a216f28","prev":"000000'
    b'0000000000000000000000000000000000000000000000000000000000","prev_seq":0,"receipt_key":"a7'
    b'7b60f3d67acb26d194314a965be6a727540f0e7dfb186dd988d5e8e9d9539d","recipients":["06423abc145'
    b'7c36ff9a548ad89f021a6b70b4ed1e754251f0cd06d2c87c98496","b4a4a77219f02b618a2e765bf11905f36f'
    b'11842b50ae4bcbf013a674d3e71fdd"],"schema":1,"seq":1,"state_count":3,"state_digest":"2eddc1'
    b'76fb504b7df1c5ba6f2312e3d137ad95dd01d8a78c0031152097953c10","to_lsn":15,"wiped":{"count":0'
    b',"digest":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},"worker":"cb'
    b'ee53d792d2665611ee96a96bf7feec"}'
)

ENROL_WORKER = (
    b'{"app":"1.0.0","created":"2026-11-30T08:00:00Z","device":"bc9aed11411bdb15bdc98f0a8fdcdf4c'
    b'","format":1,"kind":"enrol_worker","members":[],"name":"Medewerker 1","nonce":"831d1a88039'
    b'b67397befbd26e9301c97540619365b57be3bdcc5c3ef4149cbd9","prev_key":"","prev_sig":"","recipi'
    b'ent":"age10qmxv9ygu7pjyx38e8amza0w3j4w4hah37t8sj7gzw2klewpx3jsgxnqfn","sign_key":"b0bafaa7'
    b'0584afad57b665dea93c07545e1a6ad6bc9de076cb1f0cd03c26e159"}'
)

ENROL_OFFICE = (
    b'{"app":"1.0.0","created":"2026-11-30T08:05:00Z","format":1,"kind":"enrol_office","members"'
    b':[],"nonce":"83e97c33df0a38b88bbf1febc69d6ea2e18829d0e6d34e71f1fcdc0c68c1fc47","office_epo'
    b'ch_id":"7eb7973ed61295a5db617790c6b14d15","org":"29b7d6e4fd8abfebeef4ad09c72d100a","org_na'
    b'me":"Voorbeeldkantoor","phone":"000 00 00 00","policy":{"blob_max":0,"dossier":["handover"'
    b'],"id":"da3e51b9be97d4e107f74bdb181c5048","level":"coded","match":false,"serial":1},"prev_'
    b'key":"","prev_sig":"","recipients":[{"recipient":"age1xfz7rt5xy4ak47v2aknnuns3rftwgatp3yx6'
    b'fmdqj9ghtfmnhchsqyqej4","role":"office"},{"recipient":"age1df9f4xexjt9r2jta0c3hen5zlp8cd0h'
    b'jwjx29ufzhqnlyg2ta4qqxne3kk","role":"escrow"}],"sign_key":"cc5a9987a03702069a3df87f44e3865'
    b'df1a626ce08912610d8d5ae7a62f1d351","worker":"cbee53d792d2665611ee96a96bf7feec","worker_fil'
    b'e":"db1eb78ab9f2e9bf8141d4800559344586cb2fc52a5267955128ad6fac080fcc","worker_name":"Medew'
    b'erker 1"}'
)

POLICY = {
    "blob_max": 0,
    "dossier": ["handover"],
    "id": "da3e51b9be97d4e107f74bdb181c5048",
    "level": "coded",
    "match": False,
    "serial": 1,
}
TABLES = (("family", FAMILY), ("consent", CONSENT), ("contact", CONTACT))
SIGNATURE = bytes.fromhex(
    "f74d0dd756f8ed8a7c80d69e133f2f4508631a3ef8d3bf8abdbe7ab1ad3d5711d4c4fce7ef997679c91c7022e7d7"
    "8ff44dc5baa5e8da8735da50c21b9283b38540e4361a654c3c35e01770dd00097c01"
)
STATE_DIGEST = "2eddc176fb504b7df1c5ba6f2312e3d137ad95dd01d8a78c0031152097953c10"
RECEIPT_KEY = bytes.fromhex("a77b60f3d67acb26d194314a965be6a727540f0e7dfb186dd988d5e8e9d9539d")

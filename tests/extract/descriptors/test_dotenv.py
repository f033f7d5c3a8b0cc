"""Environment files."""

from facts_of import facts_of

from assessor.extract.descriptors.dotenv import DESCRIPTOR


def test_laravel() -> None:
    text = """APP_KEY=base64:abcdef
APP_URL="http://localhost:8000" # public
export QUEUE_CONNECTION=redis
DB_CONNECTION=mysql
DB_HOST=127.0.0.1
DB_PORT=3306
DB_DATABASE=shop
DB_PASSWORD=
MAIL_FROM='a b'
#COMMENTED=1
PORT=3000
"""
    assert facts_of(DESCRIPTOR, text, ".env.example") == [
        "1 Setting APP_KEY *** env example secret!",
        "2 Connection http://localhost:8000 http localhost 8000 example",
        "2 Setting APP_URL http://localhost:8000 env example",
        "3 Setting QUEUE_CONNECTION redis env example",
        "4 Setting DB_CONNECTION mysql env example",
        "5 Connection 127.0.0.1:3306 mysql 127.0.0.1 3306 shop example",
        "5 Setting DB_HOST 127.0.0.1 env example",
        "6 Setting DB_PORT 3306 env example",
        "7 Setting DB_DATABASE shop env example",
        "8 Setting DB_PASSWORD env example",
        "9 Setting MAIL_FROM a b env example",
        "11 Port 3000 tcp PORT",
        "11 Setting PORT 3000 env example",
    ]


def test_url_with_password() -> None:
    text = """DATABASE_URL=postgres://app:hunter2@db01:5432/shop
"""
    assert facts_of(DESCRIPTOR, text, "production.env") == [
        "1 Connection postgres://app:***@db01:5432/shop postgres db01 5432 shop",
        "1 Setting DATABASE_URL postgres://app:***@db01:5432/shop env secret!",
    ]


def test_broken() -> None:
    text = """=
1x=2
no equals sign
"""
    assert facts_of(DESCRIPTOR, text, ".env") == []


def test_secrets_that_somebody_has_to_make_up() -> None:
    found = facts_of(
        DESCRIPTOR, "SALT_KEY=<INSERT_RANDOM_STRING>\nAPP_SECRET=generate_a_new_key\nSLACK_SECRET=your_secret\n", ".env.example"
    )
    assert [line for line in found if "secret.generated" in line] == [
        "1 Trait secret.generated name=SALT_KEY",
        "2 Trait secret.generated name=APP_SECRET",
    ]

"""What counts as a secret, and that it never stays readable."""

import time

import pytest

from assessor.extract.redaction import is_placeholder, is_secret, mask, masked_excerpt, masked_text


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("spring.datasource.password", "hunter2"),
        ("DB_PASSWORD", "hunter2"),
        ("dbPass", "hunter2"),
        ("APP_KEY", "base64:AAAA"),
        ("SECRET_KEY", "dev"),
        ("aws.accessKeyId", "AKIAABCDEFGHIJKLMNOP"),
        ("mail.smtp.pwd", "x1"),
        ("clientSecret", "x1"),
        ("github.token", "x1"),
        ("keyStorePassword", "changeit"),
        ("AUTH_SALT", "put your unique phrase here1"),
        ("siga.smtp.auth.senha", "siga1"),
        ("contrasena", "x1"),
        ("password", "${DB_PASSWORD:hunter2}"),
        ("url", "postgres://app:hunter2@db/x"),
        ("connectionString", "Server=db;Database=Orders;User Id=sa;Password=hunter2;"),
        ("DB_LOGIN", "claims/Hunter2#x@CLAIMS"),
        ("anything", "-----BEGIN RSA PRIVATE KEY-----\nMIIE"),
    ],
)
def test_secret(key: str, value: str) -> None:
    assert is_secret(key, value)
    assert "hunter2" not in mask(value)
    assert is_secret(key, mask(value)), "masking twice keeps what was said"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("spring.datasource.password", ""),
        ("spring.datasource.password", "${DB_PASSWORD}"),
        ("DB_PASSWORD", "$DB_PASSWORD"),
        ("password", "{{ db_password }}"),
        ("password.min.length", "8"),
        ("passwordEncoder", "bcrypt"),
        ("password.reset.url", "/reset"),
        ("PASSWORD_FILE", "/run/secrets/db"),
        ("token.expiry", "3600"),
        ("security.require.password", "true"),
        ("primary.key", "id"),
        ("keyboard", "de"),
        ("compass", "north"),
        ("message.forgot.password", "Forgot your password?"),
        ("url", "jdbc:mysql://db:3306/shop?useSSL=false"),
    ],
)
def test_not_secret(key: str, value: str) -> None:
    assert not is_secret(key, value)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("hunter2", "***"),
        ("***", "***"),
        ("amqp://app:hunter2@mq:5672/", "amqp://app:***@mq:5672/"),
        ("redis://:hunter2@cache:6379/0", "redis://:***@cache:6379/0"),
        ("jdbc:oracle:thin:scott/tiger@db:1521:ORCL", "jdbc:oracle:thin:scott/***@db:1521:ORCL"),
        ("jdbc:sqlserver://db;user=sa;password=hunter2", "jdbc:sqlserver://db;user=sa;password=***"),
        ("jdbc:mysql://db/x?user=a&password=hunter2&ssl=no", "jdbc:mysql://db/x?user=a&password=***&ssl=no"),
        ("Data Source=db;Initial Catalog=O;User ID=a;Pwd=hunter2", "Data Source=db;Initial Catalog=O;User ID=a;Pwd=***"),
        ("Server=db,1433;User Id=sa;Password=@some#Thing$1;X=1", "Server=db,1433;User Id=sa;Password=***;X=1"),
        ("${DB_PASSWORD:hunter2}", "${DB_PASSWORD:***}"),
        ("${DB_PASSWORD:-hunter2}", "${DB_PASSWORD:-***}"),
    ],
)
def test_mask(value: str, shown: str) -> None:
    assert mask(value) == shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("  DB_PASSWORD=hunter2", "DB_PASSWORD=***"),
        ("password: hunter2", "password: ***"),
        ("define('DB_PASSWORD', 'hunter2');", "define('DB_PASSWORD', '***');"),
        ("'password' => 'hunter2',", "'password' => '***',"),
        ('"password": "hunter2",', '"password": "***",'),
        ('<property name="password" value="hunter2"/>', '<property name="password" value="***"/>'),
        ('<property name="connection.password">hunter2</property>', '<property name="connection.password">***</property>'),
        ("<password>hunter2</password>", "<password>***</password>"),
        ('<Resource username="a" password="hunter2" url="jdbc:x"/>', '<Resource username="a" password="***" url="jdbc:x"/>'),
        ('<add key="SmtpPassword" value="hunter2" />', '<add key="SmtpPassword" value="***" />'),
        (
            '<add name="Db" connectionString="Server=db;Pwd=hunter2;X=1" />',
            '<add name="Db" connectionString="Server=db;Pwd=***;X=1" />',
        ),
        ('DriverManager.getConnection("jdbc:mysql://a:hunter2@db/x")', 'DriverManager.getConnection("jdbc:mysql://a:***@db/x")'),
        ("mysqldump -u root -phunter2 shop > dump.sql", "mysqldump -u root -p*** shop > dump.sql"),
        ("mysqldump -u root -p'hunter2' shop", "mysqldump -u root -p'***' shop"),
        ('["mysqladmin", "ping", "-u", "app", "-pHunter2@x"]', '["mysqladmin", "ping", "-u", "app", "-p***"]'),
        ('c = DriverManager.getConnection("u", "p", "hunter2");', 'c = DriverManager.getConnection("u", "p", "***");'),
        ("new PDO(dsn($x), 'app', 'hunter2');", "new PDO(dsn($x), 'app', '***');"),
        ('smtp.login("app", "hunter2")', 'smtp.login("app", "***")'),
        ("mysqli_connect('h', 'u', 'hunter2', 'db')", "mysqli_connect('h', 'u', '***', 'db')"),
        ('getConnection("jdbc:x", user, pass)', 'getConnection("jdbc:x", user, pass)'),
        ("curl -u admin:hunter2 https://x", "curl -u admin:*** https://x"),
        ("-Djavax.net.ssl.keyStorePassword=hunter2 -Xmx2g", "-Djavax.net.ssl.keyStorePassword=*** -Xmx2g"),
        ("define('DB_PASS', getenv('DB_PASS') ?: 'hunter2');", "define('DB_PASS', getenv('DB_PASS') ?: '***');"),
        ('SECRET_KEY = os.getenv("SECRET_KEY") or "hunter2"', 'SECRET_KEY = os.getenv("SECRET_KEY") or "***"'),
        ("const token = process.env.TOKEN || 'hunter2'", "const token = process.env.TOKEN || '***'"),
        ("DB_LOGIN='claims/Hunter2#x@CLAIMS'", "DB_LOGIN='claims/***@CLAIMS'"),
        ("sqlplus -s claims/hunter2@//db01:1521/CLM @run.sql", "sqlplus -s claims/***@//db01:1521/CLM @run.sql"),
        ("uses: actions/checkout@v4", "uses: actions/checkout@v4"),
        ("requirepass hunter2", "requirepass ***"),
        ("IDENTIFIED BY 1; key AKIAABCDEFGHIJKLMNOP", "IDENTIFIED BY 1; key ***"),
        ('--requirepass "${REDIS_PASSWORD:?not set}"', '--requirepass "${REDIS_PASSWORD:?not set}"'),
        ("POSTGRES_PASSWORD: ${DB_PASSWORD:-hunter2}", "POSTGRES_PASSWORD: ${DB_PASSWORD:-***}"),
        ("${DB_HOST:-localhost}", "${DB_HOST:-localhost}"),
        ("password=${DB_PASSWORD}", "password=${DB_PASSWORD}"),
        ("$password = $_POST['password'];", "$password = $_POST['password'];"),
        ("String password = getPassword();", "String password = getPassword();"),
        ("password.min.length=8", "password.min.length=8"),
        ("plain = text", "plain = text"),
        ('var key = builder.Configuration["Jwt:Key"] ?? "hunter2";', 'var key = builder.Configuration["Jwt:Key"] ?? "***";'),
        ('configuration.GetValue<string>("Jwt:Key", "hunter2")', 'configuration.GetValue<string>("Jwt:Key", "***")'),
        ('var b = c["Tokens:SigningKey"] ?? "hunter2"; var d = 1;', 'var b = c["Tokens:SigningKey"] ?? "***"; var d = 1;'),
        ('api_token: str = Field(default="hunter2", env="API_TOKEN")', 'api_token: str = Field(default="***", env="API_TOKEN")'),
        ('smtp_password = SecretStr("hunter2")', 'smtp_password = SecretStr("***")'),
        ('Configuration["Menu:Key"] ?? "file"', 'Configuration["Menu:Key"] ?? "file"'),
    ],
)
def test_masked_excerpt(line: str, shown: str) -> None:
    assert masked_excerpt(line) == shown


def test_excerpts_are_short_and_quick_on_hostile_lines() -> None:
    started = time.process_time()
    for text in (
        "password" * 100_000,
        "a" * 1_000_000,
        "://" * 300_000,
        "<" * 500_000,
        "password=" * 100_000,
        "-----BEGIN PRIVATE KEY-----" * 9000,
    ):
        assert len(masked_excerpt(text)) <= 200
        is_secret("key", text)
        is_secret(text, "value")
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("line", "masked"),
    [
        (r"net use T: \\files\web /user:ACME\deploy S3cret!", r"net use T: \\files\web /user:ACME\deploy ***"),
        (r"net use %TARGET% /user:ACME\deploy %DEPLOY_PASSWORD%", r"net use %TARGET% /user:ACME\deploy %DEPLOY_PASSWORD%"),
        ('Start("imp.exe", "/silent /user:orders /pwd:L3dg$er")', 'Start("imp.exe", "/silent /user:orders /pwd:***")'),
        ("copy C:/pass:through", "copy C:/pass:through"),
    ],
)
def test_switches_of_windows_programs(line: str, masked: str) -> None:
    assert masked_excerpt(line) == masked


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("services.user_token", "fake_token", True),
        ("snmp_password", "snmp_password", True),
        ("SMTPPassword", "UPassword", True),
        ("api.key", "your api key here", True),
        ("api.key", "xxxxxx", True),
        ("client.secret", "??", True),
        ("client.secret", "!?", False),
        ("SECRET_KEY", "CHANGE-ME-OR-IT-WILL-NOT-START", True),
        ("db.password", "hunter", False),
        ("db.password", "Admin123", False),
        ("db.password", "${DB_PASSWORD}", False),
    ],
)
def test_a_value_that_only_says_what_belongs_there_is_a_placeholder(key: str, value: str, expected: bool) -> None:
    assert is_placeholder(key, value) is expected


@pytest.mark.parametrize(
    "text",
    [
        "lftp -u app,Hunter2x ftp.corp",
        "sshpass -p Hunter2x scp a b@h9:/x",
        "sqlplus 'sys/Hunter2x as sysdba' @start.sql",
        "sqlplus -s shop/Hunter2x <<EOF",
        "connect sys/Hunter2x as sysdba",
        'schtasks /create /tn a /tr "b.exe" /ru svc /rp Hunter2x',
        "nssm set shop ObjectName .\\svc Hunter2x",
        "mysqldump -u root -p'one more Hunter2x' shop",
        'mysqldump -u root -p"one more Hunter2x" shop',
        "pg_dump -WHunter2x -U app shop",
        "redis-cli -h cache -a Hunter2x ping",
        "mongodump -u app -p Hunter2x --db shop",
        'requests.get(url, auth=("app", "Hunter2x"))',
        'sql.Open("mysql", "app:Hunter2x@tcp(db9:3306)/shop")',
        "CREATE DATABASE LINK l CONNECT TO app IDENTIFIED BY Hunter2x USING 'x';",
        "CREATE USER app IDENTIFIED BY 'Hunter2x';",
        'proxy_set_header Authorization "Basic YXBwOkh1bnRlcjJ4";',
        "headers = {'Authorization': 'Bearer Hunter2xHunter2xHunter2x'}",
        'const dbPassword: string = "Hunter2x";',
    ],
)
def test_secrets_without_a_name_are_masked(text: str) -> None:
    shown = masked_excerpt(text)
    assert "Hunter2x" not in shown and "YXBwOkh1" not in shown and "***" in shown


@pytest.mark.parametrize(
    "text",
    [
        "sort -u list.txt",
        "sqlplus / as sysdba",
        "sqlplus -s shop/$DB_LOGIN @start.sql",
        "cd /u01/sqlplus/bin",
        "pg_dump -W -U app shop",
        "docker run --name mongo -p 27017:27017 shop",
        "redis-cli -a $CACHE_PASSWORD ping",
        "a basic understanding of orders",
        "auth = ('a')",
        "curl -u $USER,$PASS x",
        "ConnectionString is identified by its name",
        "const password: string = readPassword();",
    ],
)
def test_ordinary_text_stays_readable(text: str) -> None:
    assert masked_excerpt(text) == text


def test_secrets_whose_name_stands_elsewhere_in_the_line() -> None:
    lines = {
        r"net use \\files\in hunter2 /user:backup": r"net use \\files\in *** /user:backup",
        "env: [{name: DB_PASSWORD, value: hunter2}]": "env: [{name: DB_PASSWORD, value: ***}]",
        '{"Jwt":{"Issuer":"me","Key":"hunter2"},"x":1}': '{"Jwt":{"Issuer":"me","Key":"***"},"x":1}',
    }
    assert {line: masked_text(line) for line in lines} == lines
    assert "hunter2" not in masked_text('{"name":"DB_PASSWORD","value":"hunter2"}')


def test_near_misses_of_secrets_whose_name_stands_elsewhere() -> None:
    for line in (
        r"net use T: \\files\in /user:backup",
        r"net use \\files\in %PASS% /user:backup",
        "{name: LOG_LEVEL, value: debug}",
        "{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: orders}}}",
        '{"auth": {"url": "http://sso/realm"}}',
        '{"Jwt":{"Key":"${JWT_KEY}"}}',
    ):
        assert masked_text(line) == line


def test_a_header_with_credentials_is_a_secret() -> None:
    assert is_secret("headers.Authorization", "Bearer abcdefgh12345678")
    assert not is_secret("headers.Authorization", "Bearer {token}")
    assert not is_secret("headers.Authorization", "required")
    assert not is_secret("headers.Accept", "basic application/json")

"""Settings in PHP."""

from facts_of import facts_of

from assessor.extract.descriptors.php_settings import DESCRIPTOR


def test_wordpress() -> None:
    text = """<?php
/** The name */
define( 'DB_NAME', 'shop' );
define( 'DB_HOST', getenv('DB_HOST') ?: 'db01' );
define('DB_PASSWORD', 'hunter2');
$table_prefix = 'wp_';
$config['mail']['host'] = 'smtp01'; // comment
$computed = $x . 'y';
"""
    assert facts_of(DESCRIPTOR, text, "wp-config-sample.php") == [
        "3 Setting DB_NAME shop php",
        "4 Connection db01 db01 shop",
        "4 Setting DB_HOST db01 php",
        "4 Trait config.environment default=db01,key=DB_HOST,name=DB_HOST",
        "5 Setting DB_PASSWORD *** php secret!",
        "6 Setting table_prefix wp_ php",
        "7 Connection smtp01 smtp smtp01",
        "7 Setting config.mail.host smtp01 php",
    ]


def test_laravel() -> None:
    text = """<?php
return [
    'default' => env('DB_CONNECTION', 'mysql'),
    'connections' => [
        'mysql' => [
            'driver' => 'mysql',
            'host' => env('DB_HOST', env('DB_SERVER', '127.0.0.1')),
            'port' => env('DB_PORT', 3306),
            'prefix' => env('P', Str::slug('a', '_').'_b'),
            'database' => 'shop',
        ],
    ],
    'redis' => array('cluster' => false, 'host' => 'cache01'),
];
"""
    assert facts_of(DESCRIPTOR, text, "config/database.php") == [
        "3 Setting database.default mysql php",
        "3 Trait config.environment default=mysql,key=database.default,name=DB_CONNECTION",
        "6 Setting database.connections.mysql.driver mysql php",
        "7 Connection 127.0.0.1:3306 mysql 127.0.0.1 3306 shop",
        "7 Setting database.connections.mysql.host 127.0.0.1 php",
        "7 Trait config.environment default=127.0.0.1,key=database.connections.mysql.host,name=DB_HOST",
        "7 Trait config.environment default=127.0.0.1,key=database.connections.mysql.host,name=DB_SERVER",
        "8 Setting database.connections.mysql.port 3306 php",
        "8 Trait config.environment default=3306,key=database.connections.mysql.port,name=DB_PORT",
        "9 Setting database.connections.mysql.prefix ${P} php",
        "9 Trait config.environment key=database.connections.mysql.prefix,name=P",
        "10 Setting database.connections.mysql.database shop php",
        "13 Connection cache01 redis cache01",
        "13 Setting database.redis.cluster false php",
        "13 Setting database.redis.host cache01 php",
    ]


def test_classes_are_code() -> None:
    text = """<?php
class Config { const A = 'b'; }
"""
    assert facts_of(DESCRIPTOR, text, "config.php") == []


def test_broken() -> None:
    text = """<?php define('A', ; $b = [[[ 'c' => 'd'
"""
    assert facts_of(DESCRIPTOR, text, "config.php") == [
        "1 Setting b.c d php",
    ]

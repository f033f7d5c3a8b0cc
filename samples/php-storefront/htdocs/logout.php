<?php
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

CustomerAuth::logout();
redirect('/');

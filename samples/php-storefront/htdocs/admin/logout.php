<?php
require_once dirname(__FILE__) . '/../../lib/bootstrap.php';

unset($_SESSION['admin']);
redirect('/admin/login.php');

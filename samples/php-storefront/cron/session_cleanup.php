<?php
/** Every half hour: session files Debian's own cleanup does not see because of our session.save_path. */
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

$dir = ini_get('session.save_path') ?: sys_get_temp_dir();
$removed = 0;
foreach (glob($dir . '/sess_*') ?: array() as $file) {
    if (filemtime($file) < time() - SESSION_TTL && @unlink($file)) {
        $removed++;
    }
}
Logger::info('session_cleanup: ' . $removed . ' files in ' . $dir, 'cron');

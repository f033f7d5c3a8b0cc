<?php
/** Usage: php newsletter_send.php <text file>. Started by hand from the shell of sf-web1. */
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

if ($argc < 2 || !is_readable($argv[1])) {
    fwrite(STDERR, "usage: php newsletter_send.php <text file>\n");
    exit(2);
}
$text = file_get_contents($argv[1]);
$newsletter = new NewsletterDao();
$sent = 0;
foreach ($newsletter->confirmed() as $subscriber) {
    $body = $text . "\n\n--\nUnsubscribe: " . SHOP_URL . '/newsletter.php?off=' . $subscriber['confirm_code'] . "\n";
    if (Mailer::send($subscriber['email'], 'News from ' . SHOP_NAME, $body)) {
        $sent++;
    }
    usleep(200000);
}
Logger::info('newsletter_send: ' . $sent . ' mails', 'cron');

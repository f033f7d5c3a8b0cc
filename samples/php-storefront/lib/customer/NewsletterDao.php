<?php
class NewsletterDao
{
    public function subscribe($email)
    {
        $code = bin2hex(random_bytes(12));
        Db::exec(
            'INSERT INTO newsletter_subscriber (email, confirm_code, confirmed, created_at) VALUES (?, ?, 0, NOW())'
            . ' ON DUPLICATE KEY UPDATE confirm_code = VALUES(confirm_code)',
            array(strtolower($email), $code)
        );
        return $code;
    }

    public function confirm($code)
    {
        return Db::exec('UPDATE newsletter_subscriber SET confirmed = 1 WHERE confirm_code = ?', array($code)) === 1;
    }

    public function confirmed()
    {
        return Db::all('SELECT id, email, confirm_code FROM newsletter_subscriber WHERE confirmed = 1 AND unsubscribed_at IS NULL');
    }

    public function unsubscribe($code)
    {
        return Db::exec('UPDATE newsletter_subscriber SET unsubscribed_at = NOW() WHERE confirm_code = ?', array($code)) === 1;
    }
}

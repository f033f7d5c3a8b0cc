<?php
require_once dirname(__FILE__) . '/../lib/bootstrap.php';

$newsletter = new NewsletterDao();
if (is_post()) {
    check_token();
    if (filter_var(param('email'), FILTER_VALIDATE_EMAIL)) {
        Mailer::newsletterOptIn(param('email'), $newsletter->subscribe(param('email')));
        flash('Please confirm the link in the e-mail we have sent to you.');
    } else {
        flash('Please enter a valid e-mail address.');
    }
} elseif (param('off') !== '') {
    flash($newsletter->unsubscribe(param('off')) ? 'You are unsubscribed.' : 'This link is not valid.');
} else {
    flash($newsletter->confirm(param('code')) ? 'Thank you for subscribing.' : 'This link is not valid.');
}
redirect('/');

<?php
/**
 * Reports of the back office. Older than lib/infra/Db.php and still on mysqli.
 */
require_once dirname(__FILE__) . '/../../config/config.php';

function report_connect()
{
    static $link = null;
    if ($link === null) {
        mysqli_report(MYSQLI_REPORT_OFF);
        $link = mysqli_connect(DB_HOST, DB_USER, DB_PASS, DB_NAME, DB_PORT);
        if (!$link) {
            die('Database not available: ' . mysqli_connect_error());
        }
        mysqli_set_charset($link, 'utf8mb4');
    }
    return $link;
}

function report_rows($sql)
{
    $result = mysqli_query(report_connect(), $sql);
    if (!$result) {
        Logger::error('report: ' . mysqli_error(report_connect()) . ' in ' . $sql, 'admin');
        return array();
    }
    $rows = array();
    while ($row = mysqli_fetch_assoc($result)) {
        $rows[] = $row;
    }
    mysqli_free_result($result);
    return $rows;
}

function report_revenue_by_month()
{
    return report_rows(
        "SELECT DATE_FORMAT(created_at, '%Y-%m') AS month, COUNT(*) AS orders, SUM(grand_total) AS revenue
           FROM customer_order WHERE status <> 'CANCELLED' GROUP BY month ORDER BY month DESC LIMIT 24"
    );
}

function report_top_products($days)
{
    return report_rows(
        "SELECT l.sku, l.title, SUM(l.quantity) AS pieces, SUM(l.line_total) AS revenue, s.quantity AS in_stock
           FROM order_line l
           JOIN customer_order o ON o.id = l.order_id
           LEFT JOIN stock s ON s.product_id = l.product_id
          WHERE o.status <> 'CANCELLED' AND o.created_at > DATE_SUB(NOW(), INTERVAL " . (int) $days . " DAY)
          GROUP BY l.sku, l.title, s.quantity ORDER BY pieces DESC LIMIT 20"
    );
}

function report_by_country()
{
    return report_rows(
        "SELECT a.country, COUNT(*) AS orders, SUM(o.grand_total) AS revenue
           FROM customer_order o JOIN address a ON a.id = o.shipping_address_id
          WHERE o.status <> 'CANCELLED' GROUP BY a.country ORDER BY revenue DESC"
    );
}

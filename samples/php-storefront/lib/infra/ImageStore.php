<?php
/**
 * Product pictures on the disk of the web machine.
 */
class ImageStore
{
    private static $types = array('image/jpeg' => 'jpg', 'image/png' => 'png', 'image/gif' => 'gif');

    /** @param array $file one entry of $_FILES */
    public static function add($productId, array $file)
    {
        if ($file['error'] !== UPLOAD_ERR_OK || $file['size'] > 4 * 1024 * 1024) {
            throw new RuntimeException('The picture could not be uploaded');
        }
        $info = @getimagesize($file['tmp_name']);
        if ($info === false || !isset(self::$types[$info['mime']])) {
            throw new RuntimeException('Only JPEG, PNG and GIF pictures are accepted');
        }
        $name = 'p' . (int) $productId . '_' . substr(md5_file($file['tmp_name']), 0, 10) . '.' . self::$types[$info['mime']];
        if (!is_dir(UPLOAD_DIR)) {
            mkdir(UPLOAD_DIR, 0775, true);
        }
        if (!move_uploaded_file($file['tmp_name'], UPLOAD_DIR . '/' . $name)) {
            throw new RuntimeException('The picture could not be stored');
        }
        Db::exec(
            'INSERT INTO product_image (product_id, file_name, width, height, sort_order) VALUES (?, ?, ?, ?, ?)',
            array($productId, $name, $info[0], $info[1], self::nextSort($productId))
        );
        Logger::info('picture ' . $name . ' stored on ' . gethostname(), 'admin');
        return $name;
    }

    public static function remove($imageId)
    {
        $row = Db::row('SELECT file_name FROM product_image WHERE id = ?', array($imageId));
        if ($row !== null) {
            Db::exec('DELETE FROM product_image WHERE id = ?', array($imageId));
            @unlink(UPLOAD_DIR . '/' . $row['file_name']);
        }
    }

    public static function url($fileName)
    {
        if ($fileName === null || !is_file(UPLOAD_DIR . '/' . $fileName)) {
            return '/img/nopic.svg';
        }
        return UPLOAD_URL . '/' . rawurlencode($fileName);
    }

    private static function nextSort($productId)
    {
        return (int) Db::value('SELECT COALESCE(MAX(sort_order), 0) + 1 FROM product_image WHERE product_id = ?', array($productId));
    }
}

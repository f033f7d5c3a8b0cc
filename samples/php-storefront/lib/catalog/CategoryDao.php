<?php
class CategoryDao
{
    public function roots()
    {
        return Db::all('SELECT id, name FROM category WHERE parent_id IS NULL ORDER BY sort_order, name');
    }

    public function children($id)
    {
        return Db::all('SELECT id, name FROM category WHERE parent_id = ? ORDER BY sort_order, name', array($id));
    }

    public function find($id)
    {
        return Db::row('SELECT id, parent_id, name FROM category WHERE id = ?', array($id));
    }

    public function path($id)
    {
        $path = array();
        $category = $this->find($id);
        while ($category !== null && count($path) < 8) {
            array_unshift($path, $category);
            $category = $category['parent_id'] === null ? null : $this->find($category['parent_id']);
        }
        return $path;
    }

    public function options()
    {
        return Db::all(
            'SELECT c.id, CONCAT(IF(p.id IS NULL, \'\', CONCAT(p.name, \' / \')), c.name) AS label'
            . ' FROM category c LEFT JOIN category p ON p.id = c.parent_id ORDER BY label'
        );
    }
}

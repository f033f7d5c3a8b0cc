<?php
/**
 * Makes sure that a cron job runs on one machine at a time.
 */
class SingleRun
{
    private $name;
    private $zk = null;
    private $handle = null;

    public function __construct($name)
    {
        $this->name = $name;
    }

    public function acquire()
    {
        $zk = new ZkClient(ZK_HOSTS, ZK_TIMEOUT_MS);
        $owner = $zk->createEphemeral(ZK_ROOT . '/locks/' . $this->name, gethostname() . ':' . getmypid());
        if ($owner === true) {
            $this->zk = $zk;
            return true;
        }
        if ($owner === false) {
            $zk->close();
            Logger::info($this->name . ': another machine holds the lock', 'cron');
            return false;
        }
        Logger::warn($this->name . ': no ZooKeeper, using a lock file of this machine', 'cron');
        $this->handle = fopen(LOCK_DIR . '/storefront_' . $this->name . '.lock', 'c');
        return $this->handle && flock($this->handle, LOCK_EX | LOCK_NB);
    }

    public function release()
    {
        if ($this->zk !== null) {
            $this->zk->delete(ZK_ROOT . '/locks/' . $this->name);
            $this->zk->close();
            $this->zk = null;
        }
        if ($this->handle) {
            flock($this->handle, LOCK_UN);
            fclose($this->handle);
            $this->handle = null;
        }
    }
}

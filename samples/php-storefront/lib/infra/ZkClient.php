<?php
/**
 * ZooKeeper access. Uses the Zookeeper extension when it is loaded and talks
 * the wire protocol over a plain TCP socket otherwise. Only the four calls the
 * shop needs: get, set, createEphemeral, delete.
 *
 * Every method returns false / null when the ensemble cannot be reached; callers
 * go on with their defaults then.
 */
class ZkClient
{
    const OP_CREATE = 1;
    const OP_DELETE = 2;
    const OP_GET_DATA = 4;
    const OP_SET_DATA = 5;
    const OP_CLOSE = -11;

    const ERR_OK = 0;
    const ERR_NO_NODE = -101;
    const ERR_NODE_EXISTS = -110;

    const FLAG_EPHEMERAL = 1;
    const PERM_ALL = 31;

    private $hosts;
    private $timeoutMs;
    private $ext = null;
    private $sock = null;
    private $xid = 0;

    public function __construct($hosts, $timeoutMs = 800)
    {
        $this->hosts = $hosts;
        $this->timeoutMs = $timeoutMs;
    }

    public function connect()
    {
        if ($this->ext !== null || $this->sock !== null) {
            return true;
        }
        if (class_exists('Zookeeper', false)) {
            return $this->connectExtension();
        }
        $list = explode(',', $this->hosts);
        shuffle($list);
        foreach ($list as $hostPort) {
            if ($this->connectSocket(trim($hostPort))) {
                return true;
            }
        }
        return false;
    }

    public function get($path)
    {
        if (!$this->connect()) {
            return null;
        }
        if ($this->ext !== null) {
            try {
                return $this->ext->exists($path) ? $this->ext->get($path) : null;
            } catch (Exception $e) {
                return null;
            }
        }
        $reply = $this->call(self::OP_GET_DATA, $this->str($path) . "\0");
        if ($reply === null || $reply['err'] !== self::ERR_OK) {
            return null;
        }
        $len = $this->int32(substr($reply['body'], 0, 4));
        return $len > 0 ? substr($reply['body'], 4, $len) : '';
    }

    public function set($path, $value)
    {
        if (!$this->connect()) {
            return false;
        }
        if ($this->ext !== null) {
            try {
                return $this->ext->exists($path)
                    ? (bool) $this->ext->set($path, $value)
                    : (bool) $this->ext->create($path, $value, $this->extAcl());
            } catch (Exception $e) {
                return false;
            }
        }
        $reply = $this->call(self::OP_SET_DATA, $this->str($path) . $this->str($value) . pack('N', 0xFFFFFFFF));
        if ($reply !== null && $reply['err'] === self::ERR_NO_NODE) {
            $this->ensureParents($path);
            $reply = $this->create($path, $value, 0);
        }
        return $reply !== null && $reply['err'] === self::ERR_OK;
    }

    /** True when this process owns the node now, false when someone else does, null when unreachable. */
    public function createEphemeral($path, $value)
    {
        if (!$this->connect()) {
            return null;
        }
        if ($this->ext !== null) {
            try {
                return (bool) $this->ext->create($path, $value, $this->extAcl(), Zookeeper::EPHEMERAL);
            } catch (Exception $e) {
                return false;
            }
        }
        $reply = $this->create($path, $value, self::FLAG_EPHEMERAL);
        if ($reply === null) {
            return null;
        }
        if ($reply['err'] === self::ERR_NO_NODE) {
            $this->ensureParents($path);
            $reply = $this->create($path, $value, self::FLAG_EPHEMERAL);
        }
        return $reply !== null && $reply['err'] === self::ERR_OK;
    }

    public function delete($path)
    {
        if (!$this->connect()) {
            return false;
        }
        if ($this->ext !== null) {
            return (bool) @$this->ext->delete($path);
        }
        $reply = $this->call(self::OP_DELETE, $this->str($path) . pack('N', 0xFFFFFFFF));
        return $reply !== null && $reply['err'] === self::ERR_OK;
    }

    public function close()
    {
        if ($this->sock !== null) {
            $this->call(self::OP_CLOSE, '');
            if ($this->sock !== null) {
                fclose($this->sock);
            }
            $this->sock = null;
        }
        $this->ext = null;
    }

    private function connectExtension()
    {
        try {
            $zk = new Zookeeper($this->hosts);
            $until = microtime(true) + $this->timeoutMs / 1000;
            while ($zk->getState() !== Zookeeper::CONNECTED_STATE) {
                if (microtime(true) > $until) {
                    return false;
                }
                usleep(20000);
            }
            $this->ext = $zk;
            return true;
        } catch (Exception $e) {
            return false;
        }
    }

    private function connectSocket($hostPort)
    {
        $parts = explode(':', $hostPort);
        $host = $parts[0];
        $port = isset($parts[1]) ? (int) $parts[1] : 2181;
        $sock = @fsockopen($host, $port, $errno, $errstr, $this->timeoutMs / 1000);
        if (!$sock) {
            return false;
        }
        stream_set_timeout($sock, 0, $this->timeoutMs * 1000);
        $this->sock = $sock;
        // ConnectRequest: version, last zxid, session timeout, session id, password
        $this->send(pack('N', 0) . pack('J', 0) . pack('N', 10000) . pack('J', 0) . pack('N', 16) . str_repeat("\0", 16));
        $reply = $this->receive();
        if ($reply === null || strlen($reply) < 16) {
            $this->drop();
            return false;
        }
        return true;
    }

    private function create($path, $value, $flags)
    {
        $acl = pack('N', 1) . pack('N', self::PERM_ALL) . $this->str('world') . $this->str('anyone');
        return $this->call(self::OP_CREATE, $this->str($path) . $this->str($value) . $acl . pack('N', $flags));
    }

    private function ensureParents($path)
    {
        $parts = explode('/', trim($path, '/'));
        array_pop($parts);
        $current = '';
        foreach ($parts as $part) {
            $current .= '/' . $part;
            $this->create($current, '', 0);
        }
    }

    private function call($op, $body)
    {
        $xid = ++$this->xid;
        $this->send(pack('N', $xid) . pack('N', $op & 0xFFFFFFFF) . $body);
        $reply = $this->receive();
        if ($reply === null || strlen($reply) < 16) {
            $this->drop();
            return null;
        }
        return array('err' => $this->int32(substr($reply, 12, 4)), 'body' => substr($reply, 16));
    }

    private function send($packet)
    {
        if ($this->sock !== null) {
            @fwrite($this->sock, pack('N', strlen($packet)) . $packet);
        }
    }

    private function receive()
    {
        $head = $this->readBytes(4);
        if ($head === null) {
            return null;
        }
        return $this->readBytes($this->int32($head));
    }

    private function readBytes($count)
    {
        $data = '';
        while (strlen($data) < $count) {
            $chunk = $this->sock === null ? false : @fread($this->sock, $count - strlen($data));
            if ($chunk === false || $chunk === '') {
                return null;
            }
            $data .= $chunk;
        }
        return $data;
    }

    private function drop()
    {
        if ($this->sock !== null) {
            fclose($this->sock);
            $this->sock = null;
        }
    }

    private function str($text)
    {
        return pack('N', strlen($text)) . $text;
    }

    private function int32($bytes)
    {
        $u = unpack('N', $bytes);
        return $u[1] > 0x7FFFFFFF ? $u[1] - 0x100000000 : $u[1];
    }

    private function extAcl()
    {
        return array(array('perms' => self::PERM_ALL, 'scheme' => 'world', 'id' => 'anyone'));
    }
}

package org.jigyo.workaround;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections in two steps (RFC 9112, 9.6). Jetty 12 closes the socket at once, and a socket that is closed
 * while its client is still sending is reset: the client loses the answer it has not read yet, and a client that posts
 * a megabyte never sees the 413. So the sending side is closed first, and further input is dropped until the client
 * closes or five seconds have passed. Upstream: jetty/jetty.project#12895, jetty/jetty.project#12079.
 */
public final class LingeringConnector extends ServerConnector {

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);
    private static final long LONGEST_PAUSE = 50;

    /** Bytes dropped at a time, so that no connection delays the others. */
    private static final int AT_ONCE = 1 << 20;

    private final Set<SocketChannel> lingering = ConcurrentHashMap.newKeySet();

    /** Listens in place of another connector. */
    public LingeringConnector(ServerConnector other) {
        super(other.getServer(), -1, -1, other.getConnectionFactories().toArray(ConnectionFactory[]::new));
        setPort(other.getPort());
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        EndPoint made = new EndPoint(channel, selector, key, getScheduler());
        made.setIdleTimeout(getIdleTimeout());
        return made;
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        lingering.forEach(this::end);
    }

    private void linger(SocketChannel channel, long until, long pause) {
        boolean came = false;
        try {
            ByteBuffer rest = ByteBuffer.allocate(1 << 13);
            int read = 0;
            for (int all = 0; all < AT_ONCE && (read = channel.read(rest.clear())) > 0; all += read) {
                came = true;
            }
            if (read < 0 || System.nanoTime() > until || !isRunning()) {
                end(channel);
                return;
            }
        } catch (IOException e) {
            // The client has disconnected.
            end(channel);
            return;
        }
        long next = came ? 1 : Math.min(2 * pause, LONGEST_PAUSE);
        getScheduler().schedule(() -> linger(channel, until, next), next, TimeUnit.MILLISECONDS);
    }

    private void end(SocketChannel channel) {
        lingering.remove(channel);
        IO.close(channel);
    }

    private final class EndPoint extends SocketChannelEndPoint {

        private final SelectionKey key;
        private volatile boolean closed;

        private EndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
            super(channel, selector, key, scheduler);
            this.key = key;
        }

        @Override
        public boolean isOpen() {
            return !closed && super.isOpen();
        }

        @Override
        public void doClose() {
            closed = true;
            key.cancel();
            doShutdownOutput();
            lingering.add(getChannel());
            linger(getChannel(), System.nanoTime() + LONGEST, 1);
        }
    }
}

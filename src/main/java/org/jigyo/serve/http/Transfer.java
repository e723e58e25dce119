package org.jigyo.serve.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A body on its way: its bytes go as the client takes them, and no thread waits while it does not. */
final class Transfer implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(Transfer.class);
    private static final int BLOCK = 32_768;

    private final InputStream bytes;
    private final byte[] block;
    private final ServletOutputStream client;
    private final AsyncContext request;
    private long left;

    private Transfer(InputStream bytes, long size, ServletOutputStream client, AsyncContext request) {
        this.bytes = bytes;
        this.block = new byte[(int) Math.min(BLOCK, size)];
        this.client = client;
        this.left = size;
        this.request = request;
    }

    /**
     * Sends a body and returns before it is sent.
     *
     * @param bytes of the body, and perhaps more; closed in the end
     * @param size how many there are, which the client is told beforehand: it notices a body that breaks off
     */
    static void start(InputStream bytes, long size, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentLengthLong(size);
        ServletOutputStream client = response.getOutputStream();
        AsyncContext waiting = request.startAsync();
        // a client may take its time as long as it takes something, which the connection's idle time sees to
        waiting.setTimeout(0);
        client.setWriteListener(new Transfer(bytes, size, client, waiting));
    }

    @Override
    public void onWritePossible() throws IOException {
        while (client.isReady()) {
            int read = left == 0 ? -1 : bytes.read(block, 0, (int) Math.min(block.length, left));
            if (read <= 0) {
                end();
                return;
            }
            left -= read;
            client.write(block, 0, read);
        }
    }

    @Override
    public void onError(Throwable reason) {
        LOG.debug("an answer was not taken", reason);
        end();
    }

    private void end() {
        try {
            bytes.close();
        } catch (IOException e) {
            LOG.warn("what was sent cannot be closed: {}", e.getMessage());
        }
        request.complete();
    }
}

package run.radicchio.surface.window;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;
import run.radicchio.surface.PointerEvent;
import run.radicchio.surface.ResizeEvent;
import run.radicchio.surface.display.InputEvent.Resize;
import run.radicchio.surface.display.Size;
import run.radicchio.surface.display.SurfaceEvents;
import run.radicchio.surface.picture.Argb;
import run.radicchio.webgpu.canvas.Picture;

/** The window of a surface. All of it is for the event thread of AWT. */
final class SurfaceWindow {
  private final SurfaceEvents events;
  private final Pace pace;
  private final Runnable closed;
  private final JFrame frame;
  private final Content content = new Content();
  private Size size;
  private @Nullable BufferedImage image;

  /** What is inside its border: the last picture, as large as there is room. */
  private final class Content extends JComponent {
    private static final long serialVersionUID = 1;

    @Override
    protected void paintComponent(Graphics graphics) {
      if (image == null) {
        graphics.setColor(Color.BLACK);
        graphics.fillRect(0, 0, getWidth(), getHeight());
      } else {
        graphics.drawImage(image, 0, 0, getWidth(), getHeight(), null);
      }
    }
  }

  /**
   * Shows one.
   *
   * @param wanted its size in texels, which it may not get
   * @param closed what to do when somebody closes it
   */
  SurfaceWindow(String title, Size wanted, SurfaceEvents events, Pace pace, Runnable closed) {
    this.events = events;
    this.pace = pace;
    this.closed = closed;
    this.frame = new JFrame(title);
    frame.setContentPane(content);
    frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
    resize(wanted);
    frame.setLocationByPlatform(true);
    frame.setVisible(true);
    size = room();
    listen();
  }

  private void listen() {
    Input.listen(content, this::place, events::input);
    content.requestFocusInWindow();
    content.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            resized();
          }
        });
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            closed.run();
          }

          @Override
          public void windowIconified(WindowEvent event) {
            pace.pause(true);
          }

          @Override
          public void windowDeiconified(WindowEvent event) {
            pace.pause(false);
          }
        });
  }

  /** The size of the surface, in texels. */
  Size size() {
    return size;
  }

  /** The pixels of the screen for a unit of AWT, across and down. */
  private AffineTransform scale() {
    return frame.getGraphicsConfiguration().getDefaultTransform();
  }

  /** How many texels there is room for, each on a pixel of the screen. */
  private Size room() {
    return new Size(
        texels(content.getWidth() * scale().getScaleX()),
        texels(content.getHeight() * scale().getScaleY()));
  }

  private static int texels(double length) {
    return Math.clamp(Math.round(length), 1, Size.MOST);
  }

  /** Makes room for so many texels, if that can be had. */
  void resize(Size wanted) {
    content.setPreferredSize(
        new Dimension(
            (int) Math.ceil(wanted.width() / scale().getScaleX()),
            (int) Math.ceil(wanted.height() / scale().getScaleY())));
    frame.pack();
  }

  private void resized() {
    Size now = room();
    if (!now.equals(size)) {
      size = now;
      events.input(new Resize(new ResizeEvent(now.height(), now.width())));
    }
  }

  /** Where the mouse is, in texels. */
  private PointerEvent place(MouseEvent event) {
    return new PointerEvent(event.getX() * scale().getScaleX(), event.getY() * scale().getScaleY());
  }

  /** Shows a picture, which the caller closes. */
  void show(Picture picture) {
    BufferedImage last = image;
    if (last != null
        && last.getWidth() == picture.width()
        && last.getHeight() == picture.height()) {
      Argb.write(picture, last);
    } else {
      image = Argb.image(picture);
    }
    content.repaint();
  }

  /** Takes it from the screen. */
  void dispose() {
    frame.dispose();
  }
}

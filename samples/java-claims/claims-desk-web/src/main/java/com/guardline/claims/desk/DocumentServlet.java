package com.guardline.claims.desk;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

import javax.ejb.EJB;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.Part;

import com.guardline.claims.model.Claim;
import com.guardline.claims.model.ClaimDocument;
import com.guardline.claims.service.ClaimServiceBean;
import com.guardline.claims.service.DocumentArchiveBean;
import com.guardline.claims.util.IoUtil;

public class DocumentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @EJB
    private ClaimServiceBean claims;
    @EJB
    private DocumentArchiveBean archive;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Claim claim = claims.findByNo(request.getParameter("claimNo"));
        Long id = Long.valueOf(request.getParameter("id"));
        for (ClaimDocument document : archive.byClaim(claim.getId())) {
            if (document.getId().equals(id)) {
                send(document, response);
                return;
            }
        }
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Claim claim = claims.findByNo(request.getParameter("claimNo"));
        Part part = request.getPart("file");
        archive.store(claim, request.getParameter("fileName"), part.getContentType(), part.getInputStream(), "UPLOAD");
        response.sendRedirect(request.getContextPath() + "/claimView.do?claimNo=" + claim.getClaimNo());
    }

    private void send(ClaimDocument document, HttpServletResponse response) throws IOException {
        response.setContentType(document.getMimeType());
        InputStream in = new FileInputStream(new File(document.getStorePath()));
        try {
            byte[] buffer = new byte[8192];
            int count;
            while ((count = in.read(buffer)) > 0) {
                response.getOutputStream().write(buffer, 0, count);
            }
        } finally {
            IoUtil.closeQuietly(in);
        }
    }
}
